package desk

import (
	"cmp"
	"context"
	"slices"
	"time"

	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
)

// A Detail is everything the page of one application shows.
type Detail struct {
	Case      data.Case
	Rounds    []data.Interview // that take place, as moved and invited by the events in force
	Cancelled []data.Interview // that were taken back, as they stood
	Plan      data.Plan
	Badge     data.Badge
	Subtitle  string // "Product designer · Round 2 · Video call"
	Best      string // beside the badge: "best sent by 4 pm today"; may be ""
	Standing  string // the calm sentence
	Primary   Act    // Kind is "" for none
	Secondary Act
	Steps     []Step
	Cautions  []string // overlaps, clocks that change; usually none
	Country   string   // of the employer, two letters; "" when nobody knows
	Guessed   bool     // Country is a guess
	PlanNote  string   // under the plan, when a note is missing that one would expect; may be ""
	Bars      []string // why the plan has no note of a kind, or no further one
	People    []PersonLine
	Timeline  []Entry // newest first
	Messages  []data.Message
	Propose   bool // it has been quiet for long: offer to close as "No answer"
}

// An Act is what a button does.
type Act struct {
	Kind  ActKind
	Label string
	Item  data.ItemKey
	Event data.ID
	Mail  data.ID
}

// An ActKind says what an Act does.
type ActKind string

// The acts of the detail's buttons (screens.md 4.2).
const (
	ActNone     ActKind = ""
	ActWrite    ActKind = "write"
	ActSent     ActKind = "sent"
	ActSaid     ActKind = "said"
	ActSeeMail  ActKind = "see"
	ActUndo     ActKind = "undo"
	ActSkip     ActKind = "skip"
	ActNotes    ActKind = "notes"
	ActDeadline ActKind = "deadline"
	ActReopen   ActKind = "reopen"
)

// A Step is one line of the plan in words.
type Step struct {
	Item  data.Item
	Title string
	Date  string   // "Today, by 4 pm", "Tue 1 Dec", "Done"
	Why   string   // one sentence
	Lines []string // rule, inputs, result: "Why this date?"

	Pinned bool // the user chose the date
}

// A PersonLine is one person as the detail shows them.
type PersonLine struct {
	Person data.Person
	Note   string // "thank-you today"
	Topic  string
}

// An Entry is one line of the timeline.
type Entry struct {
	Event   data.ID // "" for an interview that has no event of its own
	Kind    string  // event type, or "interview" or "message": chooses the icon
	Text    string
	Why     string // the reason of an automatic act, may be ""
	Date    string
	At      time.Time
	Undone  bool
	CanUndo bool
	Message data.ID
}

// Detail reads one application.
func (d *Desk) Detail(ctx context.Context, id data.ID) (Detail, error) {
	c, plan, p, err := d.load(ctx, id)
	if err != nil {
		return Detail{}, err
	}
	messages, err := d.store.Messages(ctx, id)
	if err != nil {
		return Detail{}, err
	}
	s := d.Speaker(p.Schedule)
	b := badge(c, &plan)
	now := moved(c)
	det := Detail{
		Case: *c, Rounds: now.Interviews, Plan: plan, Badge: b, Subtitle: s.Subtitle(now), Standing: s.Standing(now, &plan, b),
		Messages: messages, Propose: d.quiet(c, p, b),
	}
	det.Cancelled = cancelled(c)
	det.Best = best(s, &plan, b)
	det.Primary, det.Secondary = acts(c, &plan, b)
	pinned := pins(c)
	for _, it := range plan.Items {
		st := step(s, c, it)
		if st.Pinned = it.Pending() && !pinned[it.Key].IsZero(); st.Pinned {
			chosen(s, &st)
		}
		det.Steps = append(det.Steps, st)
	}
	if det.Cautions, err = d.cautions(ctx, c, p); err != nil {
		return Detail{}, err
	}
	if det.Country, det.Guessed = Country(c); det.Guessed {
		det.PlanNote = s.Guess(det.Country)
	}
	for _, b := range plan.Bars {
		det.Bars = append(det.Bars, s.Bar(b))
		switch b.Why {
		case data.BarNoContact, data.BarNobody, data.BarEnough:
			det.PlanNote = cmp.Or(det.PlanNote, s.Bar(b))
		}
	}
	det.People = people(s, c, &plan)
	det.Timeline = timeline(s, c, messages)
	return det, nil
}

func best(s words.Speaker, plan *data.Plan, b data.Badge) string {
	it, ok := next(plan)
	if !ok || b != data.BadgeThankYou || it.Due.IsZero() {
		return ""
	}
	args := assets.Args{"Time": s.Clock(it.Due), "Date": s.Day(data.DayOf(it.Due, s.Zone))}
	if data.DayOf(it.Due, s.Zone) == s.Today() && it.Due.Before(s.Now) {
		return assets.L("best sent today")
	}
	if data.DayOf(it.Due, s.Zone) == s.Today() {
		return assets.L("best sent by {{.Time}} today", args)
	}
	if it.State == data.StateOverdue {
		return assets.L("still fine to send")
	}
	return assets.L("best sent by {{.Date}}, {{.Time}}", args)
}

func step(s words.Speaker, c *data.Case, it data.Item) Step {
	st := Step{Item: it, Title: s.Title(c, it.Key), Date: s.By(it.Due), Why: s.Why(c, it), Lines: s.Steps(c, it)}
	switch it.State {
	case data.StateDone:
		st.Date, st.Why = assets.L("Done"), ""
	case data.StateSkipped:
		st.Date, st.Why = assets.L("Left out"), ""
	case data.StateStopped:
		st.Date = assets.L("On hold")
	case data.StateCancelled, data.StateMissed:
		st.Date = assets.L("Not needed")
	case data.StateDue:
		if it.Due.Before(s.Now) {
			st.Date = assets.L("Today")
		}
	case data.StateOverdue:
		st.Date = assets.L("Still fine today")
	}
	return st
}

// chosen says of a step that the user chose its date; a hold still wins over it
// (schedule.md 16.10).
func chosen(s words.Speaker, st *Step) {
	if st.Item.State == data.StateHeld || st.Item.Due.IsZero() {
		return
	}
	st.Why = assets.L("You chose this date.")
	st.Lines = []string{st.Why, s.DueOn(st.Item.Due)}
}

func people(s words.Speaker, c *data.Case, plan *data.Plan) []PersonLine {
	topics := make(map[data.ID]string)
	for _, iv := range c.Interviews {
		for _, m := range iv.With {
			topics[m.Person] = m.Topic
		}
	}
	var lines []PersonLine
	for _, person := range c.People {
		line := PersonLine{Person: person, Topic: topics[person.ID]}
		for _, it := range plan.Items {
			if it.Key.Person() == person.ID {
				line.Note = personNote(s, it)
			}
		}
		lines = append(lines, line)
	}
	return lines
}

func personNote(s words.Speaker, it data.Item) string {
	switch {
	case it.State == data.StateDone:
		return assets.L("thanked")
	case !it.Pending():
		return ""
	case data.DayOf(it.Due, s.Zone) == s.Today():
		return assets.L("thank-you today")
	case it.State == data.StateOverdue:
		return assets.L("thank-you, still fine")
	}
	return assets.L("thank-you {{.Date}}", assets.Args{"Date": s.Day(data.DayOf(it.Due, s.Zone))})
}

// timeline lists what happened, newest first, undone events included and
// marked, without the notes, which stand on a card of their own. Mails that changed nothing are lines of their own.
func timeline(s words.Speaker, c *data.Case, messages []data.Message) []Entry {
	told, known := *c, make(map[data.ID]bool)
	var gone map[data.ID]bool
	told.Interviews, gone = rounds(c)
	inForce := make(map[data.ID]bool)
	for _, e := range data.InForce(c.Events) {
		inForce[e.ID] = true
	}
	var all []Entry
	for _, e := range c.Events {
		known[e.Message] = true
		if e.Type == data.EventUndo || e.Type == data.EventSet && e.Name == "notes" {
			continue
		}
		all = append(all, Entry{
			Event: e.ID, Kind: string(e.Type), Text: s.Event(&told, e), Why: e.Why, Date: s.Ago(e.At), At: e.At,
			Undone: !inForce[e.ID], CanUndo: e.Type != data.EventAdded, Message: e.Message,
		})
	}
	for _, iv := range told.Interviews {
		if !iv.Start.IsZero() && !gone[iv.ID] {
			all = append(all, Entry{Kind: "interview", Text: s.Met(&told, iv), Date: s.Ago(iv.Start), At: iv.Start})
		}
	}
	for _, m := range messages {
		if !known[m.ID] {
			all = append(all, Entry{Kind: "message", Text: m.Subject, Why: m.Reason, Date: s.Ago(m.Arrived), At: m.Arrived, Message: m.ID})
		}
	}
	slices.Reverse(all) // what was filed last comes first, at one instant too
	slices.SortStableFunc(all, func(a, b Entry) int { return b.At.Compare(a.At) })
	return all
}
