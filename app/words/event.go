package words

import (
	"slices"
	"strconv"
	"strings"

	"afterword/assets"
	"afterword/data"
)

// Event says in one line what happened.
func (s Speaker) Event(c *data.Case, e data.Event) string {
	item := assets.Args{"Item": s.Title(c, e.Item)}
	switch e.Type {
	case data.EventSent:
		return s.sent(c, e)
	case data.EventSkip:
		return assets.L("Left out: {{.Item}}", item)
	case data.EventSnooze:
		return assets.L("{{.Item}} moved to {{.Date}}", assets.Args{"Item": item["Item"], "Date": s.Day(e.Until)})
	case data.EventBounce:
		return assets.L("Came back: {{.Item}}", item)
	case data.EventPin:
		if e.Until.IsZero() {
			return assets.L("{{.Item}} back to its planned date", item)
		}
		return assets.L("{{.Item}} pinned to {{.Date}}", assets.Args{"Item": item["Item"], "Date": s.Day(e.Until)})
	case data.EventUndo:
		return assets.L("Taken back")
	case data.EventReply:
		return s.reply(e)
	case data.EventOOO:
		return s.away(e)
	}
	return s.fact(c, e)
}

func (s Speaker) sent(c *data.Case, e data.Event) string {
	args := assets.Args{"Item": s.Title(c, e.Item)}
	if e.Source == data.BySent {
		return assets.L("{{.Item}} sent, seen in your Sent folder", args)
	}
	return assets.L("{{.Item}} sent", args)
}

func (s Speaker) reply(e data.Event) string {
	switch e.Class {
	case data.ReplyCourtesy:
		return assets.L("A courtesy: they thanked you back")
	case data.ReplyStillDeciding:
		return assets.L("They are still deciding")
	case data.ReplyPromise:
		return assets.L("They will decide by {{.Date}}", assets.Args{"Date": s.Day(e.By)})
	case data.ReplyNextRound:
		return assets.L("They want to talk again")
	case data.ReplyRejection:
		return assets.L("They said no")
	case data.ReplyOffer:
		return assets.L("They made an offer")
	case data.ReplyNotAboutThis:
		return assets.L("A mail that is not about this")
	}
	return assets.L("They wrote back")
}

func (s Speaker) away(e data.Event) string {
	if e.Return.IsZero() {
		return assets.L("Out of office")
	}
	if e.Inclusive {
		return assets.L("Out of office through {{.Date}}", assets.Args{"Date": s.Day(e.Return)})
	}
	return assets.L("Out of office, back on {{.Date}}", assets.Args{"Date": s.Day(e.Return)})
}

func (s Speaker) fact(c *data.Case, e data.Event) string {
	switch e.Type {
	case data.EventAdded:
		return assets.L("Added to Afterword")
	case data.EventInterviewAdded:
		return s.interviewAdded(c, e)
	case data.EventPromise:
		return assets.L("They said they'd decide by {{.Date}}", assets.Args{"Date": s.Day(e.By)})
	case data.EventATSUpdate:
		return assets.L("Their system says: still under review")
	case data.EventRejection:
		return assets.L("They said no")
	case data.EventOffer:
		return assets.L("They made an offer")
	case data.EventInvite:
		return assets.L("They invited you to a next round")
	case data.EventRescheduled:
		moved := data.Interview{Start: e.Start, End: e.End, Date: e.Date}
		return assets.L("Interview moved to {{.When}}", assets.Args{"When": s.Span(moved)})
	case data.EventInterviewCancelled:
		if e.Canceller == "candidate" {
			return assets.L("You cancelled the interview")
		}
		return assets.L("They cancelled the interview")
	case data.EventWithdraw:
		return assets.L("You withdrew")
	}
	return s.house(e)
}

func (s Speaker) house(e data.Event) string {
	switch e.Type {
	case data.EventClosed:
		if e.Reason == "no_answer" {
			return assets.L("Closed: no answer")
		}
		return assets.L("Closed")
	case data.EventReopened:
		return assets.L("Reopened")
	case data.EventArchived:
		return assets.L("Archived")
	case data.EventUnarchived:
		return assets.L("Taken out of the archive")
	case data.EventDeleted:
		return assets.L("Deleted")
	case data.EventSet:
		return changed(e)
	case data.EventNote:
		return e.Value
	case data.EventCall:
		return called(e)
	case data.EventNoted:
		return noted(e)
	}
	return string(e.Type)
}

// called says who reached whom, and what about.
func called(e data.Event) string {
	who := ""
	switch e.Name {
	case data.CallTheyCalled:
		who = assets.L("They called")
	case data.CallTheyWrote:
		who = assets.L("They wrote")
	case data.CallYouCalled:
		who = assets.L("You called")
	case data.CallYouWrote:
		who = assets.L("You wrote")
	}
	if who == "" || e.Value == "" {
		return who + e.Value
	}
	return assets.L("{{.Who}}: {{.What}}", assets.Args{"Who": who, "What": e.Value})
}

func (s Speaker) interviewAdded(c *data.Case, e data.Event) string {
	for _, iv := range c.Interviews {
		if iv.ID == e.Round {
			return assets.L("Added: {{.Interview}}", assets.Args{"Interview": s.Met(c, iv)})
		}
	}
	return assets.L("Interview added")
}

// Met names an interview by whom it is with: "Round 2 with Dana and Lee".
func (s Speaker) Met(c *data.Case, iv data.Interview) string {
	var names []string
	for _, m := range iv.With {
		if p, ok := c.Person(m.Person); ok {
			names = append(names, p.First())
		}
	}
	n := 1 + slices.IndexFunc(c.Interviews, func(o data.Interview) bool { return o.ID == iv.ID })
	args := assets.Args{"N": strconv.Itoa(max(n, 1)), "Names": s.Names(names)}
	if len(names) == 0 {
		return assets.L("Round {{.N}}", args)
	}
	return assets.L("Round {{.N}} with {{.Names}}", args)
}

// noted says what the user wrote down after a round.
func noted(e data.Event) string {
	value := assets.Args{"Value": e.Value}
	switch e.Name {
	case data.NoteTopic:
		return assets.L("You talked about: {{.Value}}", value)
	case data.NoteSaid:
		return assets.L("They said about the date: {{.Value}}", value)
	case data.NoteNext:
		return assets.L("What comes next: {{.Value}}", value)
	case data.NoteStrength:
		return assets.L("What you offered: {{.Value}}", value)
	case data.NoteForgot:
		return assets.L("You forgot to say: {{.Value}}", value)
	case data.NoteNews:
		return assets.L("News: {{.Value}}", value)
	}
	return assets.L("No notes for this round")
}

// changed says which value of a record is another now.
func changed(e data.Event) string {
	value := assets.Args{"Value": e.Value}
	switch name, _, _ := strings.Cut(e.Name, ":"); name {
	case "topic":
		return assets.L("You talked about: {{.Value}}", value)
	case "name":
		return assets.L("Name is now {{.Value}}", value)
	case "addresses":
		return assets.L("Mail address changed")
	case "promised_by":
		if e.Value == "" {
			return assets.L("No date named for their decision")
		}
		return assets.L("They hope to decide by {{.Value}}", value)
	case "promised_text":
		return assets.L("They said about the date: {{.Value}}", value)
	}
	return assets.L("Changed {{.Name}} to {{.Value}}", assets.Args{"Name": e.Name, "Value": e.Value})
}
