package followup

import (
	"encoding/json"
	"fmt"
	"time"

	"afterword/data"
)

// A phraseFile is a file of promises, shaped like examples/schedule.json.
type phraseFile struct {
	Phrases []struct {
		Text   string `json:"text"`
		SaidOn string `json:"said_on"`
	} `json:"promise_phrases"`
}

// A phraseAnswer is one promise with its date; nil is null.
type phraseAnswer struct {
	Text       string  `json:"text"`
	SaidOn     string  `json:"said_on"`
	PromisedBy *string `json:"promised_by"`
}

// PromiseCases answers a JSON file of promises, shaped like
// examples/schedule.json, with the JSON document of contract.md. The weekend is
// Saturday and Sunday and the holidays are those of the examples (schedule.md
// 15, end). A phrase that cannot be read is an error that wraps ErrInvalid and
// names it.
func PromiseCases(file []byte) ([]byte, error) {
	var f phraseFile
	if err := json.Unmarshal(file, &f); err != nil {
		return nil, fmt.Errorf("read promise cases: %w: %w", err, data.ErrInvalid)
	}
	answers := struct {
		Phrases []phraseAnswer `json:"phrases"`
	}{make([]phraseAnswer, 0, len(f.Phrases))}
	for i, c := range f.Phrases {
		said, err := data.ParseDay(c.SaidOn)
		if err != nil {
			return nil, fmt.Errorf("promise_phrases[%d]: said_on: %w", i, err)
		}
		a := phraseAnswer{Text: c.Text, SaidOn: c.SaidOn}
		if d, ok := Promise(c.Text, said, exampleHolidays(), []int{5, 6}); ok {
			text := d.String()
			a.PromisedBy = &text
		}
		answers.Phrases = append(answers.Phrases, a)
	}
	return json.Marshal(answers)
}

// exampleHolidays returns the days off for which the phrases were answered.
func exampleHolidays() []data.Day {
	return []data.Day{
		{Year: 2026, Month: time.November, Day: 26},
		{Year: 2026, Month: time.December, Day: 25},
		{Year: 2027, Month: time.January, Day: 1},
	}
}
