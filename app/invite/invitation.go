package invite

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"afterword/data"
)

// A Pasted is an invitation as it came: a mail taken apart, or words alone.
type Pasted struct {
	From    data.Person   // who wrote it; may be empty
	To      []data.Person // to whom it went, copies included
	Subject string        // without it the first header line of that name counts
	Sent    time.Time     // zero when unknown: "tomorrow" is then meant from now
	Text    string        // may begin with lines such as "From: …"
	Me      []string      // the user's addresses, lower case
	MyName  string        // the user's name; "" when not known
}

// A Found is a value with the words it was read from. Both are empty when
// nothing was found, or nothing that is sure.
type Found struct {
	Value  string
	Phrase string
}

// An Attendee is somebody who will be met, with the words that say so.
type Attendee struct {
	data.Person
	Phrase string
}

// An Invitation is what could be read from a Pasted. What is not sure is left
// empty; nothing is made up: each value carries its phrase.
type Invitation struct {
	Company Found
	Role    Found
	When    When   // its Phrase is empty when no time was found
	Typed   string // a text that Reader.When reads as When
	Kind    Found  // phone, video, onsite, panel or final
	Place   Found  // an address, a number or a link
	With    []Attendee
	Meeting bool   // the words speak of an interview, or name its time
	Title   string // of a calendar object: its SUMMARY
	UID     string // of a calendar object
	Notes   string // of a calendar object
}

// The limits of what is read of an invitation: its facts stand at the top, and
// any number of lines may be quoted below.
const (
	maxInvitation = 48 << 10 // bytes
	maxLine       = 1500     // bytes
	maxLines      = 400
	maxFact       = 90 // bytes of a company, a role or a place
)

// Invitation reads what an invitation in English, German, French or Spanish
// says: who invites, for which role, when, where and with whom.
func (r Reader) Invitation(p Pasted) Invitation {
	t := newText(p)
	in := Invitation{}
	in.Company = t.company()
	in.Role = t.role(in.Company.Value)
	in.When, in.Typed = t.when(r)
	in.Place = t.place()
	in.Kind = t.kind(in.Place.Value)
	in.With = t.people(in.Company.Value)
	in.Meeting = in.When.Phrase != "" || slices.ContainsFunc(t.all(), reInterview().MatchString)
	return in
}

// A text is an invitation in lines, without header lines and quoted mails.
type text struct {
	Pasted
	lines []string
	me    string // the first name by which the user is greeted, lower case
}

func newText(p Pasted) *text {
	t := &text{Pasted: p}
	all := splitLines(p.Text)
	all = t.takeHead(all)
	t.lines = ownLines(all)
	t.Subject = plainSubject(clean(t.Subject, maxLine))
	t.me = greeted(t.lines)
	if t.me == "" {
		t.me = strings.ToLower(data.Person{Name: t.MyName}.First())
	}
	if t.isMe(t.From) {
		t.From = data.Person{}
	}
	return t
}

// all returns the subject and then the lines.
func (t *text) all() []string {
	if t.Subject == "" {
		return t.lines
	}
	return append([]string{t.Subject}, t.lines...)
}

// clean makes text valid and its spaces plain, and cuts it to at most n bytes.
func clean(s string, n int) string {
	if len(s) > n {
		for n > 0 && !utf8.RuneStart(s[n]) {
			n--
		}
		s = s[:n]
	}
	s = strings.ToValidUTF8(s, "?")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\u00a0' || r == '\u202f' || r == '\u2007' || r == '\u2009' || r == '\t':
			return ' '
		case r == '\u200b' || r == '\u200e' || r == '\u200f' || r == '\ufeff' || r == '\u00ad' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069':
			return -1
		case r == '\u2019' || r == '\u02bc':
			return '\''
		case r == '\u2028' || r == '\u2029' || r == '\u0085' || r == '\v' || r == '\f' || r == '\r':
			return '\n'
		case r < ' ' && r != '\n':
			return -1
		}
		return r
	}, s)
}

// splitLines returns the lines of a text, each without outer spaces. A line
// that is longer than any person writes is cut.
func splitLines(s string) []string {
	var lines []string
	s = strings.ReplaceAll(s[:min(len(s), maxInvitation)], "\r\n", "\n")
	for line := range strings.SplitSeq(clean(s, maxInvitation), "\n") {
		if len(lines) == maxLines {
			break
		}
		lines = append(lines, strings.TrimSpace(clean(line, maxLine)))
	}
	return lines
}
