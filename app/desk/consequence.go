package desk

import "afterword/data"

// consequence returns the event that a mail is, if it is one.
func consequence(m data.Message) (data.Event, bool) {
	e := data.Event{Application: m.Application, At: m.Arrived, Source: data.ByMail, Why: m.Reason, Message: m.ID}
	switch m.Action {
	case data.ActionStop:
		e.Type, e.Class = data.EventReply, data.ReplyUnknown
	case data.ActionHold:
		e.Type, e.Return, e.Inclusive = data.EventOOO, m.Return, m.Inclusive
	case data.ActionReopen:
		e.Type, e.Item = data.EventBounce, m.Item
	case data.ActionPush:
		e.Type = data.EventATSUpdate
	default:
		if m.Class != data.ClassOwn || m.Item == "" || m.Action != data.ActionIgnore {
			return e, false
		}
		e.Type, e.Item, e.Source, e.Channel = data.EventSent, m.Item, data.BySent, "email"
	}
	return e, m.Application != ""
}

func count(t data.EventType, got *data.Received) {
	switch t {
	case data.EventReply:
		got.Stopped++
	case data.EventOOO:
		got.Held++
	case data.EventBounce:
		got.Bounced++
	}
}
