package words

import (
	"unicode"
	"unicode/utf8"

	"afterword/assets"
	"afterword/data"
)

// Notice returns the title and the body of a notification about one item
// (screens.md 4.9).
func (s Speaker) Notice(c *data.Case, it data.Item) (title, body string) {
	args := assets.Args{"Company": c.Application.Company, "Item": s.Title(c, it.Key), "Card": s.Card(c, it)}
	switch it.Key.Kind() {
	case data.KindThankYou:
		if it.State == data.StateOverdue {
			return assets.L("{{.Card}}?", args), assets.L("{{.Company}}. Still fine to send.", args)
		}
		return assets.L("{{.Card}}?", args), assets.L("{{.Company}}. A draft is ready.", args)
	case data.KindCheckIn:
		return assets.L("A good day to check in"), assets.L("{{.Company}}. One short note is fine.", args)
	case data.KindStayInTouch, data.KindRejectionReply, data.KindKeepInTouch:
		return assets.L("A good day for a warm line"), assets.L("{{.Company}}. A draft is ready, if you like.", args)
	case data.KindOfferDecision:
		return assets.L("{{.Company}} waits for your answer by {{.Date}}", assets.Args{"Company": c.Application.Company, "Date": s.Date(data.DayOf(it.Due, s.Zone))}), assets.L("Take the time you need.")
	case data.KindLogReply:
		return assets.L("{{.Company}} wrote back", args), assets.L("When you like, note what they said.")
	}
	return args["Item"], args["Company"]
}

// Sentence begins a sentence, a heading or a choice with a capital: numbers in
// words have none, nor have the days of many languages.
func Sentence(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
