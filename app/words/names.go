package words

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"afterword/assets"
	"afterword/data"
)

// dayArgs names the parts of a date in the user's language.
func dayArgs(d data.Day) assets.Args {
	weekdays := [...]string{
		assets.L("Sunday"), assets.L("Monday"), assets.L("Tuesday"), assets.L("Wednesday"),
		assets.L("Thursday"), assets.L("Friday"), assets.L("Saturday"),
	}
	short := [...]string{
		assets.L("Sun"), assets.L("Mon"), assets.L("Tue"), assets.L("Wed"),
		assets.L("Thu"), assets.L("Fri"), assets.L("Sat"),
	}
	return assets.Args{
		"Weekday": weekdays[d.Weekday()], "Wd": short[d.Weekday()],
		"Day": assets.DayOfMonth(d.Day), "Year": strconv.Itoa(d.Year),
		"Month": monthName(d), "Mon": monthShort(d),
	}
}

func monthName(d data.Day) string {
	months := [...]string{
		assets.L("January"), assets.L("February"), assets.L("March"), assets.L("April"),
		assets.L("May"), assets.L("June"), assets.L("July"), assets.L("August"),
		assets.L("September"), assets.L("October"), assets.L("November"), assets.L("December"),
	}
	return months[(int(d.Month)+11)%12]
}

func monthShort(d data.Day) string {
	months := [...]string{
		assets.L("Jan"), assets.L("Feb"), assets.L("Mar"), assets.L("Apr"),
		assets.L("May"), assets.L("Jun"), assets.L("Jul"), assets.L("Aug"),
		assets.L("Sep"), assets.L("Oct"), assets.L("Nov"), assets.L("Dec"),
	}
	return months[(int(d.Month)+11)%12]
}

func and(first, last string) string {
	if assets.Spoken() == "es" && soundsLikeI(last) {
		return first + " e " + last // "Dana e Inés": "y" is never heard twice
	}
	return assets.L("{{.First}} and {{.Last}}", assets.Args{"First": first, "Last": last})
}

// soundsLikeI reports whether a word begins with the Spanish vowel i, as "Inés",
// "Hilda" and "Yvonne" do, and "Iago" and "Yolanda" do not.
func soundsLikeI(word string) bool {
	word = strings.TrimPrefix(strings.ToLower(word), "h")
	first, n := utf8.DecodeRuneInString(word)
	after := word[n:]
	switch first {
	case 'í':
		return true
	case 'i', 'y':
		return after == "" || !strings.ContainsAny(after[:1], "aeou")
	}
	return false
}

// Badge returns the badge's words in the user's language.
func Badge(b data.Badge) string {
	switch b {
	case data.BadgeInterview:
		return assets.L("Interview scheduled")
	case data.BadgeThankYou:
		return assets.L("Thank-you due")
	case data.BadgeCheckIn:
		return assets.L("Check-in due")
	case data.BadgeStay:
		return assets.L("Stay in touch")
	case data.BadgeReplied:
		return assets.L("They replied")
	case data.BadgeOffer:
		return assets.L("Offer")
	case data.BadgeClosed:
		return assets.L("Closed")
	case data.BadgeNothing:
		return assets.L("Nothing more to send")
	}
	return assets.L("Waiting")
}

// Relation returns what somebody is on the employer's side, or "" when not said.
func Relation(kind string) string {
	switch kind {
	case "interviewer":
		return assets.L("Interviewer")
	case "recruiter":
		return assets.L("Recruiter")
	case "manager":
		return assets.L("Hiring manager")
	case "coordinator":
		return assets.L("Coordinator")
	case "agency":
		return assets.L("Agency")
	}
	return ""
}

// Kind returns how an interview is held: "Video call", or "" when not said.
func Kind(kind string) string {
	switch kind {
	case "phone":
		return assets.L("Phone call")
	case "video":
		return assets.L("Video call")
	case "onsite":
		return assets.L("On site")
	case "panel":
		return assets.L("Panel")
	case "final":
		return assets.L("Final round")
	}
	return ""
}
