package letter

import (
	"fmt"
	"io/fs"
	"strings"
	"sync"
	"unicode/utf8"

	"afterword/assets"
	"afterword/data"
)

// A Channel is another way than mail to say a few words.
type Channel string

// The channels that have words of their own.
const (
	LinkedIn Channel = "linkedin" // the note of an invitation
	Card     Channel = "card"     // a card written by hand
	Phone    Channel = "phone"    // what to say on the telephone
)

// Limit returns how many characters fit: LinkedIn takes 300 in an invitation
// (200 without a paid account), a card about 400, a call is not limited: 0.
func (c Channel) Limit() int {
	switch c {
	case LinkedIn:
		return 300
	case Card:
		return 400
	}
	return 0
}

// FreeLimit is how many characters LinkedIn takes from an account that does not
// pay.
const FreeLimit = 200

// A Note is a text for a channel. It has no subject.
type Note struct {
	Channel  Channel
	Text     string
	Language string
	Length   int // in characters
	Limit    int // 0 for none
}

// Channels returns the channels that have words for a stage, none for most.
func Channels(stage string) []Channel {
	var all []Channel
	for _, c := range []Channel{LinkedIn, Card, Phone} {
		if _, ok := notes()[English][c][baseStage(stage)]; ok {
			all = append(all, c)
		}
	}
	return all
}

// WriteNote returns the text for a channel. Optional sentences are left out
// until it fits. Errors are those of Write.
func WriteNote(c Channel, b Brief) (Note, error) {
	b.Language, _ = LanguageFor(b.Language)
	b.Answers, b.Signature = "", ""
	f, ok := notes()[b.Language][c][baseStage(b.Stage)]
	if !ok {
		return Note{}, fmt.Errorf("write %s note for %s: %w", c, b.Stage, data.ErrInvalid)
	}
	var n Note
	for _, leave := range []func(*Brief){
		func(*Brief) {},
		func(b *Brief) { b.Strength, b.NextStep, b.News = "", "", "" },
		func(b *Brief) { b.Topic = "" },
	} {
		leave(&b)
		d, err := f.fill(b)
		if err != nil {
			return Note{}, err
		}
		text := strings.TrimRight(d.Body, "\n")
		n = Note{c, text, b.Language, utf8.RuneCountInString(text), c.Limit()}
		if n.Limit == 0 || n.Length <= n.Limit {
			return n, nil
		}
	}
	return n, nil // names alone are too long: the editor shows by how much
}

// notes holds the forms by language, channel and stage. The files are embedded
// and tested.
var notes = sync.OnceValue(func() map[string]map[Channel]map[string]form {
	all := map[string]map[Channel]map[string]form{}
	for _, lang := range Languages() {
		all[lang] = map[Channel]map[string]form{}
		for _, c := range []Channel{LinkedIn, Card, Phone} {
			all[lang][c] = readNotes(lang, c)
		}
	}
	return all
})

// readNotes reads a file of notes: a line "== stage", the text, and so on.
func readNotes(lang string, c Channel) map[string]form {
	forms := map[string]form{}
	text, err := fs.ReadFile(assets.Letters(), lang+"/notes/"+string(c)+".txt")
	if err != nil {
		return forms
	}
	for _, part := range strings.Split("\n"+string(text), "\n== ")[1:] {
		stages, body, _ := strings.Cut(part, "\n")
		for _, stage := range strings.Fields(stages) {
			f, err := newForm(Template{Stage: stage, Language: lang, Body: strings.TrimSpace(body)})
			if err == nil {
				forms[stage] = f
			}
		}
	}
	return forms
}
