package screen

import (
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"afterword/app/desk"
	"afterword/app/letter"
	"afterword/data"
	"afterword/widgets"
)

// letter opens the thank-you of an application that was met yesterday.
func (s *stage) letter() (*Letter, desk.Draft) {
	s.Helper()
	id := s.acme()
	if err := s.Desk.Set(s.Context, "me.name", "Robin Vale"); err != nil {
		s.Fatal(err)
	}
	det, err := s.Desk.Detail(s.Context, id)
	if err != nil {
		s.Fatal(err)
	}
	item := data.ThankYouKey(det.Rounds[0].ID, det.Case.People[0].ID)
	page := &Letter{Host: s.Host, application: id, item: item}
	s.Host.Copy = func(string) error { return nil }
	s.show(page.Content())
	draft, err := s.Desk.Draft(s.Context, id, item, "")
	page.show(draft, err)
	return page, draft
}

// recheck checks the letter as the pause after typing does.
func (l *Letter) recheck() { l.judged(l.draft.Check(l.mine)) }

// stored is the letter as it is on disk.
func (s *stage) stored(l *Letter) data.Letter {
	s.Helper()
	if err := l.keep.flush(); err != nil {
		s.Fatal(err)
	}
	draft, err := s.Desk.Draft(s.Context, l.application, l.item, "")
	if err != nil {
		s.Fatal(err)
	}
	return draft.Letter
}

func (l *Letter) append(text string) {
	at := len(l.body.Text())
	l.body.Replace(at, at, text)
}

// TestFindingIsUsed: the better sentence takes the place of the whole sentence,
// one undo brings mine back, and the button is calm again.
func TestFindingIsUsed(t *testing.T) {
	s := newStage(t)
	page, _ := s.letter()
	page.append("\nI need this job. Bye.")
	page.recheck()
	if n, _ := s.node("letter.open"); n.Text[0] != "Open anyway" {
		t.Errorf("the button says %q, want Open anyway", n.Text[0])
	}
	if got := s.text("letter.finding:0"); !strings.Contains(got, "I need this job") {
		t.Fatalf("the first finding is %q, want the gravest", got)
	}
	typed := page.body.Text()
	s.press("letter.finding:0.use")
	if got := page.body.Text(); strings.Contains(got, "I need this job") || !strings.HasSuffix(got, "Bye.") {
		t.Errorf("after Use this the text is %q, want the sentence replaced alone", got)
	}
	page.recheck()
	if n, _ := s.node("letter.open"); n.Text[0] != "Open in mail app" {
		t.Errorf("the button says %q, want Open in mail app", n.Text[0])
	}
	page.body.Focusable().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault})
	if got := page.body.Text(); got != typed {
		t.Errorf("after one undo the text is %q, want %q", got, typed)
	}
}

// TestKeepMineIsRemembered: for these words in this letter, also when it is opened
// again, and not for other words of the same rule.
func TestKeepMineIsRemembered(t *testing.T) {
	s := newStage(t)
	page, _ := s.letter()
	page.append("\nI need this job.")
	page.recheck()
	s.press("letter.finding:0.keep")
	again := s.stored(page)
	draft, err := s.Desk.CheckDraft(t.Context(), again)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range draft.Findings {
		if strings.Contains(f.Text, "need this job") {
			t.Errorf("found %+v again, want it kept", f)
		}
	}
	again.Body += " I really need an answer."
	if draft, err = s.Desk.CheckDraft(t.Context(), again); err != nil || len(draft.Findings) == 0 {
		t.Errorf("other words: found %+v (%v), want them found", draft.Findings, err)
	}
}

// TestToneKeepsWhatTheUserWrote in every tone, and again in the first.
func TestToneKeepsWhatTheUserWrote(t *testing.T) {
	s := newStage(t)
	page, draft := s.letter()
	own := "The lift music was a Viennese waltz."
	at := strings.Index(page.body.Text(), "\n\n") + 2
	page.body.Replace(at, at, own+" ")
	for _, tone := range []data.Tone{data.ToneFormal, data.ToneBrief, data.TonePlain, data.ToneWarm} {
		changed, err := s.Desk.InTone(t.Context(), page.mine, tone)
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(changed.Letter.Body, own); n != 1 || changed.Letter.Tone != tone {
			t.Errorf("%s: own sentence %d times in %q, want once", tone, n, changed.Letter.Body)
		}
		page.mine = changed.Letter
	}
	shorter, err := s.Desk.Shorter(t.Context(), page.mine)
	if err != nil || !strings.Contains(shorter.Letter.Body, own) || shorter.Words >= draft.Words+7 {
		t.Errorf("shorter: %d words %q (%v), want fewer, with the own sentence", shorter.Words, shorter.Letter.Body, err)
	}
}

// TestOtherWays: a LinkedIn note says how much fits, keeps its own words, and
// leaves the mail's alone.
func TestOtherWays(t *testing.T) {
	s := newStage(t)
	page, draft := s.letter()
	if _, ok := s.node("letter.channel.linkedin"); !ok {
		t.Fatal("the letter offers no LinkedIn note")
	}
	page.showWay(s.Desk.ShortText(t.Context(), page.application, page.item, letter.LinkedIn))
	if n, ok := s.node("letter.subject"); ok {
		t.Errorf("a LinkedIn note shows %+v, want no subject", n)
	}
	if got := s.text("letter.count"); !strings.Contains(got, "of 300 characters") {
		t.Errorf("count = %q, want the limit in it", got)
	}
	page.append(strings.Repeat(" and more", 40))
	if got := s.text("letter.count"); !strings.Contains(got, "too many") {
		t.Errorf("count = %q, want that it is too long", got)
	}
	if left := widgets.Unregistered(s.win); len(left) > 0 {
		t.Errorf("not in the map: %q", left)
	}
	page.turn("")
	if got := page.body.Text(); got != draft.Letter.Body {
		t.Errorf("back at the mail the text is %q, want it as it was", got)
	}
	kept, err := s.Desk.ShortText(t.Context(), page.application, page.item, letter.LinkedIn)
	if err != nil || !kept.Mine || !strings.HasSuffix(kept.Text, " and more") {
		t.Errorf("the note on disk is %+v (%v), want what was typed", kept, err)
	}
}

// TestOneLettersUndoStaysThere: undo in a letter never brings another's words.
func TestOneLettersUndoStaysThere(t *testing.T) {
	s := newStage(t)
	page, _ := s.letter()
	page.append("\nOnly for Dana.")
	page.left()
	page.clear()
	page.body.Focusable().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault})
	if got := page.body.Text(); got != "" {
		t.Errorf("after undo in another letter the text is %q, want none", got)
	}
}

// TestMissingValueIsAskedFor before the letter opens.
func TestMissingValueIsAskedFor(t *testing.T) {
	s := newStage(t)
	id := s.acme()
	det, err := s.Desk.Detail(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	page := &Letter{Host: s.Host, application: id, item: data.ThankYouKey(det.Rounds[0].ID, det.Case.People[0].ID)}
	s.show(page.Content())
	_, err = s.Desk.Draft(t.Context(), id, page.item, "")
	page.show(desk.Draft{}, err)
	s.typeInto("letter.missing.me.name", "Robin Vale")
	s.press("letter.missing.save")
	if p, err := s.Desk.Preferences(t.Context()); err != nil || p.Me.Name != "Robin Vale" {
		t.Errorf("the name is %q (%v), want what was typed", p.Me.Name, err)
	}
	if left := widgets.Unregistered(s.win); len(left) > 0 {
		t.Errorf("not in the map: %q", left)
	}
}

// TestFullDiskKeepsTheLetterOpen: words that could not be stored are not replaced
// by another letter.
func TestFullDiskKeepsTheLetterOpen(t *testing.T) {
	s := newStage(t)
	page, _ := s.letter()
	said := 0
	s.Host.Fail = func(error) { said++ }
	page.append("\nOnly here.")
	page.keep.changed(func() error { return errors.New("disk full") })
	page.Show(page.application, "check_in:1")
	if got := page.body.Text(); !strings.HasSuffix(got, "Only here.") || page.item.Kind() != data.KindThankYou {
		t.Errorf("the fields hold %q of %s, want the words that are not on disk", got, page.item)
	}
	if got := s.text("letter.count"); said != 1 || !strings.Contains(got, "not saved yet") {
		t.Errorf("said %d times, count %q, want it said once and beside the words", said, got)
	}
	if n, ok := s.node("letter.retry"); !ok || n.FocusOrder == 0 {
		t.Errorf("retry = %+v, want a button that Tab reaches", n)
	}
}

// TestSentEarlierKeepsTheTime that was typed, and takes none that is still to
// come.
func TestSentEarlierKeepsTheTime(t *testing.T) {
	for _, c := range []struct{ typed, want string }{
		{"yesterday 17:40", "2026-11-22T17:40:00+01:00"},
		{"9:15", "2026-11-23T09:15:00+01:00"},
		{"yesterday", "2026-11-22T12:00:00+01:00"},
		{"tomorrow 9am", ""},
	} {
		t.Run(c.typed, func(t *testing.T) {
			s := newStage(t)
			page, _ := s.letter()
			page.asked = true
			page.ask()
			s.press("letter.sent_earlier")
			s.typeInto("day.entry", c.typed)
			echo := s.text("day.echo")
			s.press("day.save")
			det, err := s.Desk.Detail(t.Context(), page.application)
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, e := range det.Case.Events {
				if e.Type == data.EventSent {
					got = e.At.In(s.Desk.Zone()).Format(time.RFC3339)
				}
			}
			if got != c.want {
				t.Errorf("sent at %q, want %q; the sheet said %q", got, c.want, echo)
			}
		})
	}
}

// TestOpenSaysThatToIsNoAddress before a mail program opens with it; without a
// recipient it opens, for there one can be added.
func TestOpenSaysThatToIsNoAddress(t *testing.T) {
	for _, c := range []struct {
		to, says string
		opened   int
	}{
		{"dana at acme", "“dana at acme” is no mail address. Your letter is kept.", 0},
		{"Dana Ruiz <dana@acme.example>", "", 1},
		{"", "", 1},
	} {
		t.Run(c.to, func(t *testing.T) {
			s := newStage(t)
			page, _ := s.letter()
			var said string
			opened := 0
			s.Host.Fail = func(err error) { said = err.Error() }
			s.Host.Open = func(string) error { opened++; return nil }
			s.typeInto("letter.to", c.to)
			page.handOver()
			n, _ := s.node("letter.to")
			if said != c.says || opened != c.opened || n.Focused != (c.says != "") {
				t.Errorf("said %q, opened %d, To has the focus: %v; want %q, %d", said, opened, n.Focused, c.says, c.opened)
			}
		})
	}
}
