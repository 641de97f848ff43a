package words

import (
	"strconv"

	"afterword/assets"
)

// Wait says what a published figure means, and of whom: "Employers often take
// about 25 days from a first interview to an offer or a no (graduates in the
// United States)."; "" for a figure of a kind that has no words.
func Wait(w assets.Wait) string {
	args := assets.Args{"N": strconv.Itoa(w.Figure), "Place": waitPlace(w.Place)}
	switch w.What {
	case "decision":
		return assets.L("Employers often take about {{.N}} days from a first interview to an offer or a no ({{.Place}}).", args)
	case "month":
		return assets.L("Waiting is common: {{.N}} of 100 people have waited longer than a month to hear back after an interview ({{.Place}}).", args)
	case "fair":
		return assets.L("People who hire find up to {{.N}} days from the interview to a decision fine ({{.Place}}).", args)
	case "process":
		return assets.L("From the application to an offer or a no, employers often take about {{.N}} days ({{.Place}}).", args)
	}
	return ""
}

// WaitSource names where a figure is from: "NACE, Recruiting Benchmarks Survey, 2023".
func WaitSource(w assets.Wait) string {
	return assets.L("{{.Source}}, {{.Year}}", assets.Args{"Source": w.Source, "Year": strconv.Itoa(w.Year)})
}

func waitPlace(code string) string {
	switch code {
	case "US":
		return assets.L("United States")
	case "US graduates":
		return assets.L("graduates in the United States")
	case "GB":
		return assets.L("United Kingdom")
	case "AT":
		return assets.L("Austria")
	case "DE":
		return assets.L("Germany")
	}
	return code
}
