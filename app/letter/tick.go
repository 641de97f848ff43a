package letter

import (
	"strconv"
	"strings"

	"afterword/assets"
)

// Ticks returns what is good about a letter, for the panel beside it, in the
// user's language: at most five short sentences. text and c are those of Check.
func Ticks(text string, c Context) []string {
	l := split(text)
	var ticks []string
	tick := func(good bool, sentence string) {
		if good {
			ticks = append(ticks, sentence)
		}
	}
	stage := baseStage(c.Stage)
	name, _ := greetedName(l.of(l.greeting))
	words := len(wordsOf(l.of(l.core)))
	limit, limited := c.book().Words[stage]
	says := func(element string) bool { return c.book().required[element].MatchString(l.body[l.greeting.to:]) }

	tick(name != "" && c.knows(name), assets.L("Greets {{.Name}} by name.", assets.Args{"Name": name}))
	tick(stage == "thank_you" && says("THANKS"), assets.L("Says thank you."))
	tick(c.Topic != "" && mentions(l.body, c.Topic), assets.L("Names something you talked about."))
	tick((stage == "thank_you" || stage == "check_in") && says("INTEREST"), assets.L("Says that you are interested."))
	tick(stage == "check_in" && says("HELP"), assets.L("Offers help."))
	tick(stage == "last_note" && says("CONNECTION"), assets.L("Keeps the door open."))
	tick(limited && words >= limit.Ideal[0] && words <= limit.Ideal[1], assets.L("Short: {{.From}} to {{.To}} words reads well.",
		assets.Args{"From": strconv.Itoa(limit.Ideal[0]), "To": strconv.Itoa(limit.Ideal[1])}))
	tick(limited && words >= limit.Min && words < limit.Ideal[0], assets.L("Short and to the point."))
	return ticks[:min(len(ticks), 5)]
}

// Reading returns one word for how easy a letter is to read: "easy", "fine" or
// "heavy", or "" for fewer than 20 words, where that means nothing (letters.md
// 4.4). It is the English key of the word.
func Reading(body string) string {
	l := split(body)
	core := strings.TrimSpace(l.of(l.core))
	switch e := ease(core); {
	case len(wordsOf(core)) < 20:
		return ""
	case e >= 70:
		return "easy"
	case e >= english().Flesch.Hint:
		return "fine"
	}
	return "heavy"
}
