// Package letter writes the drafts of a plan and checks any letter before it
// leaves: its tone, its length, and what is missing or wrong in it.
//
// It is pure: templates and rules come from embedded files, and it reads no
// clock, no database and no network. Letters can be in the languages that
// Languages names.
package letter

import (
	"fmt"
	"strings"

	"afterword/data"
)

// A Brief is what one letter is written from. Values that are not known are
// empty: an optional one removes its sentence, a required one is asked for.
type Brief struct {
	Stage string    // a name that StageFor or Stages gives
	Tone  data.Tone // "" is warm

	Language string // BCP 47: "de", "en-GB"; "" is English, and so is one that LanguageFor does not know

	First   string // what to call the person
	Last    string // family name
	Title   string // "Dr", "Ms"; "" for none
	Role    string
	Company string
	Me      string // the user's name

	Signature string // lines below the name: a phone number, a link; "" for none

	Topic       string // a noun phrase: "how your team tests early ideas"
	Strength    string // a noun phrase: "my work on route planning"
	Day         string // when they met, with its preposition: "on Tuesday", "yesterday"
	Date        string // the same from further away: "on 17 November"
	NextStep    string // a noun phrase: "the talk with your team"
	PromisedDay string // the date the employer named: "Friday"
	Deadline    string // of an offer: "Friday, 27 November"
	News        string // a whole clause: "I finished the certificate"

	Answers string // subject of the mail that this letter answers; "" for a new thread
	Variant int    // counts the letters of this stage to one panel, from 0: each gets other words
	Short   bool   // leaves optional sentences out: Strength and NextStep
}

// A Draft is a letter as it is first shown. Lines end in "\n".
type Draft struct {
	Subject  string
	Body     string
	Language string // it is written in: English when there are no letters in the one asked for
}

// A Missing is the error of a letter that lacks values. It wraps
// data.ErrMissing.
type Missing struct {
	Stage  string
	Values []string // settings and fields: me.name, person, role, company, date, promised, deadline, news
}

// Error names the values.
func (m *Missing) Error() string {
	return fmt.Sprintf("write %s letter: %s: %v", m.Stage, strings.Join(m.Values, ", "), data.ErrMissing)
}

// Unwrap returns data.ErrMissing.
func (m *Missing) Unwrap() error { return data.ErrMissing }

// Write returns the draft for b (letters.md 4.1). No value is ever empty in it:
// the error is a *Missing that names every value the letter cannot do without,
// or wraps data.ErrInvalid when the stage or the tone is unknown.
func Write(b Brief) (Draft, error) {
	f, err := b.form()
	if err != nil {
		return Draft{}, err
	}
	return f.fill(b)
}

// form picks the template of a letter.
func (b *Brief) form() (form, error) {
	if b.Tone == "" {
		b.Tone = data.ToneWarm
	}
	b.Language, _ = LanguageFor(b.Language)
	pool := templates(b.Language)[b.Stage][b.Tone]
	if len(pool) == 0 {
		return form{}, fmt.Errorf("write %s letter in tone %s: %w", b.Stage, b.Tone, data.ErrInvalid)
	}
	return pool[max(0, b.Variant)%len(pool)], nil
}

// Stages returns the stages that Write knows, in alphabetical order.
func Stages() []string { return sortedKeys(templates(English)) }
