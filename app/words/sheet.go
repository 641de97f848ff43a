package words

import "afterword/assets"

// Skipped says why a line of a spreadsheet is left out.
func Skipped(why string) string {
	switch why {
	case "known":
		return assets.L("it is there already")
	case "twice":
		return assets.L("the file has it before")
	case "company":
		return assets.L("it names no company")
	case "stranger":
		return assets.L("it belongs to none of your interviews")
	}
	return ""
}

// Field names what a column of a spreadsheet means.
func Field(field string) string {
	switch field {
	case "":
		return assets.L("Keep in the notes")
	case "ignore":
		return assets.L("Leave out")
	case "company":
		return assets.L("Company")
	case "role":
		return assets.L("Role")
	case "when":
		return assets.L("Day of the interview")
	case "time":
		return assets.L("Time")
	case "end":
		return assets.L("End")
	case "kind":
		return assets.L("Kind of meeting")
	case "place":
		return assets.L("Place or link")
	case "with":
		return assets.L("People met")
	case "address":
		return assets.L("Mail address")
	case "stage":
		return assets.L("How it stands")
	case "answered":
		return assets.L("Day of their answer")
	case "thanked":
		return assets.L("Thank-you sent")
	case "said":
		return assets.L("When they decide")
	case "country":
		return assets.L("Country")
	case "zone":
		return assets.L("Time zone")
	case "agency":
		return assets.L("Agency")
	}
	return field
}

// State says how an application of a spreadsheet stands.
func State(state string) string {
	switch state {
	case "rejected":
		return assets.L("they said no")
	case "offer":
		return assets.L("an offer")
	case "accepted":
		return assets.L("offer accepted")
	case "withdrawn":
		return assets.L("withdrawn")
	case "closed":
		return assets.L("closed")
	}
	return assets.L("waiting")
}
