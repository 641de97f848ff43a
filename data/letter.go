package data

import (
	"slices"
	"strings"
	"time"
)

// A Letter is a draft for one item of one application, as the user last left it.
type Letter struct {
	Application ID
	Item        ItemKey
	To          string // RFC 5322 mailbox, such as "Dana Ruiz <dana@acme.example>"; may be ""
	Subject     string
	Body        string
	Tone        Tone
	InReplyTo   string   // Message-ID of the mail it answers, "" for a new thread
	MessageID   string   // chosen by us before the letter leaves
	Kept        []string // findings the user wants to keep, by Finding.Name; a bare rule id keeps all of its rule
	Edited      bool     // the user changed the words; a fresh draft never replaces them
	Short       bool     // written without what may be left out
	BaseSubject string   // the draft that the user's words grew from
	BaseBody    string
	Opened      time.Time
	Saved       time.Time
}

// A Tone is the manner of a letter.
type Tone string

// The tones (letters.md).
const (
	ToneWarm   Tone = "warm"
	ToneFormal Tone = "formal"
	ToneBrief  Tone = "brief"
	TonePlain  Tone = "plain"
)

// A Finding is something a check saw in a letter.
type Finding struct {
	Rule  string `json:"rule"`
	Level string `json:"level"` // block, warn or hint
	Start int    `json:"start"` // UTF-8 byte offset in the body
	End   int    `json:"end"`
	Text  string `json:"text"` // the words found
	Say   string `json:"say"`  // one reason
	Try   string `json:"try"`  // one better sentence, may be ""
}

// Name tells a finding from others: its rule, and the words it is about.
func (f Finding) Name() string {
	return strings.TrimSpace(f.Rule + " " + strings.ToLower(strings.Join(strings.Fields(f.Text), " ")))
}

// Keeps reports whether the user wants to keep what a finding is about.
func (l *Letter) Keeps(f Finding) bool {
	return slices.Contains(l.Kept, f.Name()) || slices.Contains(l.Kept, f.Rule)
}

// Keep notes that the user wants to keep what a finding is about.
func (l *Letter) Keep(f Finding) {
	if !l.Keeps(f) {
		l.Kept = append(slices.Clone(l.Kept), f.Name())
	}
}
