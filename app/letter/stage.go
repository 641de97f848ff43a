package letter

import "afterword/data"

// Facts are what a plan's item does not say about its letter.
type Facts struct {
	Late     bool // the day to say thanks has passed
	Panel    bool // the person was met together with others
	Again    bool // the person was thanked for an earlier round
	Promised bool // the employer named a date
	Declines bool // the user will not take the offer
	Number   int  // of the check-in, from 1
}

// StageFor returns the stage whose templates fit item. Every kind of item has
// one (letters.md 4.1).
func StageFor(item data.Item, facts Facts) string {
	switch item.Key.Kind() {
	case data.KindThankYou:
		return thankYouStage(item, facts)
	case data.KindCheckIn:
		switch {
		case facts.Number > 1:
			return "check_in_again"
		case facts.Promised:
			return "check_in_promised"
		}
		return "check_in"
	case data.KindStayInTouch:
		return "last_note"
	case data.KindOfferDecision:
		if facts.Declines {
			return "decline_offer"
		}
		return "accept_offer"
	case data.KindWithdrawNote:
		return "withdraw"
	case data.KindLogReply:
		return "reply"
	}
	return string(item.Key.Kind())
}

func thankYouStage(item data.Item, facts Facts) string {
	switch {
	case facts.Late || item.State == data.StateOverdue:
		return "thank_you_late"
	case facts.Again:
		return "thank_you_again"
	case facts.Panel:
		return "thank_you_panel"
	}
	return "thank_you"
}

// baseStage returns the stage whose rules and limits hold for a letter of
// stage (letters.md 4.2). Kinds of items that are named otherwise than their
// stage are understood.
func baseStage(stage string) string {
	switch stage {
	case "thank_you_late", "thank_you_again", "thank_you_panel":
		return "thank_you"
	case "check_in_promised", "check_in_again":
		return "check_in"
	case "stay_in_touch":
		return "last_note"
	case "withdraw_note":
		return "withdraw"
	}
	return stage
}
