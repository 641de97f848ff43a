// Package letter writes the drafts of a plan and checks any letter before it
// leaves: its tone, its length, and what is missing or wrong in it.
//
// It is pure: templates and rules come from embedded files, and it reads no
// clock, no database and no network. It knows English letters only.
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

	First   string // what to call the person
	Last    string // family name
	Title   string // "Dr", "Ms"; "" for none
	Role    string
	Company string
	Me      string // the user's name

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
}

// A Draft is a letter as it is first shown. Lines end in "\n".
type Draft struct {
	Subject string
	Body    string
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
	if b.Tone == "" {
		b.Tone = data.ToneWarm
	}
	pool := templates()[b.Stage][b.Tone]
	if len(pool) == 0 {
		return Draft{}, fmt.Errorf("write %s letter in tone %s: %w", b.Stage, b.Tone, data.ErrInvalid)
	}
	if b.Variant < 0 {
		b.Variant = 0
	}
	return pool[b.Variant%len(pool)].fill(b)
}

// Stages returns the stages that Write knows, in alphabetical order.
func Stages() []string { return sortedKeys(templates()) }

// values returns what the templates may name.
func (b Brief) values() map[string]string {
	v := map[string]string{
		"First": b.First, "Last": b.Last, "Title": b.Title,
		"Role": b.Role, "Company": b.Company, "Me": b.Me,
		"Topic": b.Topic, "Strength": b.Strength, "Day": b.Day, "Date": b.Date,
		"NextStep": b.NextStep, "PromisedDay": b.PromisedDay, "Deadline": b.Deadline, "News": b.News,
	}
	for k, s := range v {
		v[k] = tidy(s, k)
	}
	v["Day"] = firstOf(v["Day"], v["Date"])
	v["Date"] = firstOf(v["Date"], v["Day"])
	v["Hello"] = firstOf(v["First"], strings.TrimSpace(v["Title"]+" "+v["Last"]))
	v["Dear"] = firstOf(strings.TrimSpace(v["First"]+" "+v["Last"]), v["Last"])
	if v["Title"] != "" && v["Last"] != "" {
		v["Dear"] = v["Title"] + " " + v["Last"]
	}
	if v["First"] == "" && v["Last"] == "" {
		v["Hello"], v["Dear"] = "", ""
	}
	return v
}

// tidy puts a value on one line, and takes the full stop from a phrase that
// stands inside a sentence. Names keep theirs: "Acme Inc."
func tidy(s, name string) string {
	s = strings.Join(strings.Fields(s), " ")
	switch name {
	case "Topic", "Strength", "NextStep", "PromisedDay", "Deadline", "News":
		return strings.TrimRight(s, ".;, ")
	}
	return s
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
