package app

import (
	"errors"
	"strings"

	"afterword/app/letter"
	"afterword/app/words"
	"afterword/assets"
)

func back() string { return assets.L("Back") }

// missing says which values a letter still needs, and where they go.
func missing(err error) string {
	var m *letter.Missing
	if !errors.As(err, &m) {
		return assets.L("Something is missing for this. Fill it in and try again.")
	}
	if len(m.Values) == 1 && m.Values[0] == "me.name" {
		return assets.L("Your name is needed for the letter. Settings has a place for it.")
	}
	return assets.L("The letter still needs: {{.Values}}.", assets.Args{"Values": strings.Join(m.Values, ", ")})
}

// sentence makes an error that speaks of a value into a sentence.
func sentence(s string) string {
	for _, tail := range []string{": not valid", ": not found"} {
		s = strings.TrimSuffix(s, tail)
	}
	return words.Sentence(s) + "."
}
