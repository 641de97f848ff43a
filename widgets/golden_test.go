package widgets

import (
	"reflect"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func nothing() {}

// samples makes one of each widget, in the size the page gives it.
func samples(k *Kit) map[string]fyne.CanvasObject {
	sent := k.Button("b.sent", "I’ve sent it", nothing)
	off := k.Button("b.off", "Not now", nothing)
	off.Disable()
	nav := k.NavItem("nav.today", IconSun, "Today", nothing)
	nav.SetCount("2")
	nav.Select()
	fault := k.Entry("add.when", "When").Labelled().Hint("tomorrow 3pm")
	fault.SetError("Please give a day and a time.")
	chosen := k.Choice("add.said", "What they said", []Option{{"said.week", "This week"}, {"said.date", "By a date"}}, nil)
	chosen.Choose(1)
	steps := NewColumn(0)
	for i, s := range []StepState{StepNow, StepPlanned, StepDone, StepStruck, StepPaused} {
		steps.Add(k.PlanStep("plan:"+strconv.Itoa(i), Step{
			State: s, Title: "Thank-you to Dana Ruiz", Date: "Tue 1 Dec",
			Why: "Within a day, while the conversation is fresh.", Last: s == StepPaused,
		}, nil))
	}
	list := k.Rows("list", func() int { return 2 }, func(i int) Row {
		return []Row{
			{ID: "list.row:1", Title: "Acme Robotics", Right: "by 4 pm", Sub: "Product designer", Stage: StageThankYou, Badge: "Thank-you due", Line: "Write to Dana Ruiz"},
			{ID: "list.row:2", Title: "Northbridge Library Trust of the whole county", Sub: "Digital content lead"},
		}[i]
	})
	list.Select(0)
	pair := k.Rows("people", func() int { return 1 }, func(int) Row {
		return Row{ID: "people.row:1", Title: "Dana Ruiz", Right: "17 Nov", Sub: "Head of design · Acme Robotics", Avatar: "DR"}
	}).Pair()
	month := k.Month("month", "Month", MonthMoves{})
	var days []MonthDay
	for i := range 14 {
		days = append(days, MonthDay{ID: "day:" + strconv.Itoa(i), Name: "a day", Number: strconv.Itoa(i + 1), Outside: i < 2, Today: i == 4, Chosen: i == 5})
	}
	days[5].Lines, days[5].More = []MonthLine{{"15:00 Acme", StageInterview, true}, {"Kestrel", StageThankYou, false}}, 2
	days[6].Note = "Clocks −1 h"
	month.Set([]string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}, days)
	marked := k.Marked("letter.body", "Message", 3)
	marked.SetText("Thank you. I just wanted to check in.")
	marked.Mark([]Mark{{Start: 11, End: 24, Weight: MarkWarn}})
	return map[string]fyne.CanvasObject{
		"marked":      marked,
		"month":       month,
		"text":        NewText(RoleBody, "You met Dana and Lee this morning. A short thank-you is courteous."),
		"text_cut":    NewText(RoleSecondary, "You met Dana and Lee this morning. A short thank-you is courteous.").OneLine(),
		"badge":       k.Badge("detail.badge", StageThankYou, "Thank-you due"),
		"badge_quiet": k.Badge("detail.badge", StageClosed, "Closed"),
		"navitem":     nav,
		"primary":     k.Button("detail.primary", "Write thank-you", nothing).Primary().Icon(IconEnvelope),
		"secondary":   sent,
		"disabled":    off,
		"link":        k.Link("event:1.undo", "Undo", nothing),
		"icon_button": k.IconButton("detail.menu", IconMore, "More", nothing),
		"card":        NewCard(8, NewText(RoleCompany, "Plan"), NewQuote(NewText(RoleBody, "Quoted"))),
		"banner": k.Banner("banner:1", StageReplied, "Maya wrote back", "Two planned notes are on hold.",
			k.Button("banner:1.undo", "Undo", nothing), k.Dismiss("banner:1", StageReplied, "Close", nothing)),
		"plan":     steps,
		"person":   k.PersonRow("person:1", "DR", "Dana Ruiz", "Head of design", "thank-you today"),
		"timeline": k.TimelineRow("event:1", IconReply, "Dana invited you", "Tue 17 Nov", "Undo", nothing),
		"choice":   chosen,
		"check":    k.Check("check", "Remind me the day before", nil).Tick(),
		"entry":    fault,
		"note":     k.Note("note", NoteHint, "“I just wanted to check” sounds unsure."),
		"toast":    k.Toast("toast", "Sent.", "Undo", nothing),
		"rows":     list,
		"pair":     pair,
		"keycaps":  k.Keycaps("keys", "Ctrl+F, /"),
		"legend":   NewLegend(LegendEntry{k.Badge("legend.a", StageThankYou, "Thank-you due"), NewText(RoleSecondary, "Within a day.")}),
		"openline": k.OpenLine("open:1", Line{Lead: "15:00", Icon: IconCalendar, Title: "Acme Robotics", Sub: "Product designer", Stage: StageWaiting, Badge: "Waiting"}, nothing),
	}
}

func TestWidgetsRender(t *testing.T) {
	start(t, ModeLight)
	for name, o := range samples(NewKit()) {
		t.Run(name, func(t *testing.T) {
			w := test.NewTempWindow(t, o)
			w.SetPadded(false)
			w.Resize(fyne.NewSize(360, heightFor(o, 360)))
			test.AssertRendersToMarkup(t, name+".xml", w.Canvas())
		})
	}
}

func TestWidgetsFollowTheTheme(t *testing.T) {
	start(t, ModeLight)
	for name, o := range samples(NewKit()) {
		w := test.NewTempWindow(t, o)
		w.Resize(fyne.NewSize(360, 400))
		o.Refresh()
		light := w.Canvas().Capture()
		test.ApplyTheme(t, NewTheme(ModeDark, 1))
		dark := w.Canvas().Capture()
		test.ApplyTheme(t, NewTheme(ModeLight, 1))
		if again := w.Canvas().Capture(); !reflect.DeepEqual(again, light) {
			t.Errorf("%s: light, dark, light: got another picture", name)
		}
		same := 0
		for y := range light.Bounds().Dy() {
			for x := range light.Bounds().Dx() {
				if light.At(x, y) == dark.At(x, y) {
					same++
				}
			}
		}
		if all := light.Bounds().Dx() * light.Bounds().Dy(); same > all/100 {
			t.Errorf("%s: got %d of %d pixels alike in light and dark, want under one in a hundred", name, same, all)
		}
	}
}

// TestPixels holds the two drawings that markup cannot see, in both looks.
func TestPixels(t *testing.T) {
	for name, mode := range map[string]Mode{"light": ModeLight, "dark": ModeDark} {
		start(t, mode)
		k := NewKit()
		s := samples(k)
		o := NewPage(NewPad(12, 12, 12, 12, NewColumn(12, s["badge"], s["badge_quiet"], s["primary"], s["plan"], s["check"])))
		w := test.NewTempWindow(t, o)
		w.SetPadded(false)
		w.Resize(fyne.NewSize(380, heightFor(o, 380)))
		test.AssertImageMatches(t, "board_"+name+".png", w.Canvas().Capture())
	}
}

func TestFocusRing(t *testing.T) {
	start(t, ModeLight)
	b := NewKit().Button("b", "Save", nothing).Primary()
	w := test.NewTempWindow(t, b)
	if b.ring.StrokeWidth != 0 {
		t.Errorf("ring without focus: got %v, want 0", b.ring.StrokeWidth)
	}
	w.Canvas().Focus(b)
	if b.ring.StrokeWidth != 2 || b.ring.StrokeColor != paint(theme.ColorNamePrimary) {
		t.Errorf("ring with focus: got %v of %v, want 2 of the primary colour", b.ring.StrokeWidth, b.ring.StrokeColor)
	}
}
