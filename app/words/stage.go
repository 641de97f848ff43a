package words

import "afterword/assets"

// Stage names the letters of a stage (letters.md 4.1).
func Stage(stage string) string {
	switch stage {
	case "thank_you":
		return assets.L("Thank-you")
	case "thank_you_late":
		return assets.L("Thank-you, a little late")
	case "thank_you_panel":
		return assets.L("Thank-you to one of several")
	case "thank_you_again":
		return assets.L("Thank-you after a further round")
	case "check_in":
		return assets.L("Check-in")
	case "check_in_promised":
		return assets.L("Check-in after a day they named")
	case "check_in_again":
		return assets.L("Second check-in")
	case "last_note":
		return assets.L("Last warm note")
	case "rejection_reply":
		return assets.L("Reply to a no")
	case "offer_ack":
		return assets.L("Thanks for an offer")
	case "accept_offer":
		return assets.L("Accept an offer")
	case "decline_offer":
		return assets.L("Decline an offer")
	case "other_offer":
		return assets.L("Tell of another offer")
	case "withdraw":
		return assets.L("Withdraw")
	case "confirm_invite":
		return assets.L("Confirm an invitation")
	case "ask_new_date":
		return assets.L("Ask for a new date")
	case "keep_in_touch":
		return assets.L("Keep in touch")
	case "reply":
		return assets.L("Reply")
	}
	return stage
}
