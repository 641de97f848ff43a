package words

import (
	"strings"

	"afterword/assets"
	"afterword/data"
)

// Title names an item of the plan: "Thank-you to Dana Ruiz", "Check in".
func (s Speaker) Title(c *data.Case, key data.ItemKey) string {
	switch key.Kind() {
	case data.KindThankYou:
		if p, ok := c.Person(key.Person()); ok {
			return assets.L("Thank-you to {{.Name}}", assets.Args{"Name": p.Name})
		}
		return assets.L("Thank-you to the agency")
	case data.KindCheckIn:
		if !strings.HasSuffix(string(key), ":1") {
			return assets.L("Check in once more")
		}
		return assets.L("Check in")
	case data.KindStayInTouch:
		return assets.L("One last warm note")
	case data.KindRejectionReply:
		return assets.L("A warm reply to their no")
	case data.KindOfferAck:
		return assets.L("Thank them for the offer")
	case data.KindOfferDecision:
		return assets.L("Decide on the offer")
	case data.KindConfirmInvite:
		return assets.L("Confirm the invitation")
	case data.KindAskNewDate:
		return assets.L("Ask for a new date")
	case data.KindWithdrawNote:
		return assets.L("A short note that you withdraw")
	case data.KindLogReply:
		return assets.L("Note what they said")
	case data.KindKeepInTouch:
		if p, ok := c.Person(key.Person()); ok {
			return assets.L("Keep in touch with {{.Name}}", assets.Args{"Name": p.Name})
		}
	}
	return string(key)
}

// Do names the act that an item asks for in a row of the list: "Write to Dana
// Ruiz", "A short, friendly question".
func (s Speaker) Do(c *data.Case, it data.Item) string {
	switch it.Key.Kind() {
	case data.KindThankYou:
		if p, ok := c.Person(it.Key.Person()); ok {
			return assets.L("Write to {{.Name}}", assets.Args{"Name": p.Name})
		}
		return assets.L("Write to the agency")
	case data.KindCheckIn:
		if due(it) {
			return assets.L("A short, friendly question")
		}
		return assets.L("Check in on {{.Date}}", assets.Args{"Date": s.Date(data.DayOf(it.Due, s.Zone))})
	case data.KindStayInTouch:
		return assets.L("One last warm note")
	case data.KindLogReply:
		return assets.L("See what they said")
	case data.KindOfferDecision:
		if !it.Due.IsZero() {
			return assets.L("Answer by {{.Date}}", assets.Args{"Date": s.Date(data.DayOf(it.Due, s.Zone))})
		}
	}
	return s.Title(c, it.Key)
}

// Card is the title of an item's card on Today: "Thank Dana Ruiz".
func (s Speaker) Card(c *data.Case, it data.Item) string {
	company := assets.Args{"Company": c.Application.Company}
	switch it.Key.Kind() {
	case data.KindThankYou:
		if p, ok := c.Person(it.Key.Person()); ok {
			return assets.L("Thank {{.Name}}", assets.Args{"Name": p.Name})
		}
	case data.KindCheckIn:
		return assets.L("Check in with {{.Company}}", company)
	case data.KindStayInTouch:
		return assets.L("A last warm note to {{.Company}}", company)
	case data.KindLogReply:
		return assets.L("{{.Company}} wrote back", company)
	case data.KindKeepInTouch:
		if p, ok := c.Person(it.Key.Person()); ok {
			return assets.L("A line to {{.Name}}", assets.Args{"Name": p.Name})
		}
	}
	return s.Title(c, it.Key)
}

// CardLine is the calm sentence on an item's card.
func (s Speaker) CardLine(it data.Item) string {
	switch it.Key.Kind() {
	case data.KindThankYou:
		if it.State == data.StateOverdue {
			return assets.L("Still fine to send. A line about the delay isn't needed.")
		}
		return assets.L("A few friendly lines are enough. The draft is ready.")
	case data.KindCheckIn:
		return assets.L("You aren't bothering anyone; asking about timing is normal.")
	case data.KindStayInTouch:
		return assets.L("A warm line now and then keeps the door open. This is the last planned note.")
	case data.KindLogReply:
		return assets.L("Planned notes are on hold. Tell us what they said.")
	case data.KindKeepInTouch:
		return assets.L("You wanted to hear from each other now and then. There is no hurry.")
	case data.KindOfferDecision, data.KindOfferAck:
		return assets.L("An offer. Take the time you need.")
	case data.KindRejectionReply:
		return assets.L("Thank them, and keep the connection. There is no hurry.")
	}
	return assets.L("A short note is enough. The draft is ready.")
}

func due(it data.Item) bool { return it.State == data.StateDue || it.State == data.StateOverdue }

// Written reports whether an item is done by writing a letter.
func Written(kind data.ItemKind) bool {
	return kind != data.KindLogReply && kind != data.KindOfferDecision
}
