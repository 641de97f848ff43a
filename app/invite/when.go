// Package invite turns what people type, paste and drop into meetings: "tomorrow
// 3pm", lists of names, and calendar objects (RFC 5545).
//
// It is pure: it is given the current time, and reads no clock, no file and no
// network. Typed words and invitations are read in English, German, French and
// Spanish.
package invite

import (
	"fmt"
	"strings"
	"time"

	"afterword/data"
)

// A Reader reads days and times as one user means them.
type Reader struct {
	Now      time.Time
	Zone     *time.Location // of the user; nil is UTC. "tomorrow" is the user's
	DayFirst bool           // whether 3/4 is the third of April
	Language string         // of the window (BCP 47); a word of several languages is of it
	Employer *time.Location // in which a time without a zone is meant; nil is Zone
	Past     bool           // what was, is asked for: an hour, a weekday or a date by itself is the last one
}

// A When is one reading of a text: an instant, or a day when no time was said.
type When struct {
	Start  time.Time // zero when only a day was said
	End    time.Time // zero when not said
	Date   data.Day  // when only a day was said
	Zone   string    // IANA name of the zone that was said, "" for none
	Phrase string    // the words it came from
	Others []When    // other readings of the same words, likeliest first
}

// An Unread says which words of a text could not be read. It wraps
// data.ErrInvalid.
type Unread struct {
	Words string // as they were typed; "" when nothing was said
	Why   Why
}

// A Why names the reason of an Unread, for words in the user's language.
type Why string

// The reasons.
const (
	WhyEmpty     Why = "empty"     // nothing was typed
	WhyUnknown   Why = "unknown"   // Words mean nothing here
	WhyTwice     Why = "twice"     // Words name a second day, time or zone
	WhyNoDay     Why = "no_day"    // Words name a day that does not exist
	WhyNoTime    Why = "no_time"   // Words name a time that does not exist
	WhyWeekday   Why = "weekday"   // Words name a weekday that is not the date's
	WhyPart      Why = "part"      // Words name a part of the day, but no hour was said
	WhyEnd       Why = "end"       // the end, Words, is not after the start
	WhyAmbiguous Why = "ambiguous" // Words may be a day or a time
	WhyLong      Why = "long"      // far more than a day and a time
)

// Error says in a sentence what could not be read.
func (u *Unread) Error() string {
	switch u.Why {
	case WhyEmpty:
		return "no day or time yet, such as tomorrow 3pm or 24 Nov 15:00"
	case WhyTwice:
		return fmt.Sprintf("%q says it a second time", u.Words)
	case WhyNoDay:
		return fmt.Sprintf("%q is not a day of the calendar", u.Words)
	case WhyNoTime:
		return fmt.Sprintf("%q is not a time of day", u.Words)
	case WhyWeekday:
		return fmt.Sprintf("the date is not a %s", u.Words)
	case WhyPart:
		return fmt.Sprintf("%q needs an hour, such as 3pm", u.Words)
	case WhyEnd:
		return fmt.Sprintf("the end, %s, is not after the start", u.Words)
	case WhyAmbiguous:
		return fmt.Sprintf("%q may be a day or a time: write 10 Nov or 10:11", u.Words)
	case WhyLong:
		return "that is longer than a day and a time"
	}
	return fmt.Sprintf("the words %q are not a day or a time", u.Words)
}

// Unwrap returns data.ErrInvalid.
func (u *Unread) Unwrap() error { return data.ErrInvalid }

// maxPhrase is more than any day with time, range and zone needs.
const maxPhrase = 120

// When reads a day, a time, or both, with an end or a zone if one is said
// (screens.md 4.3). Every word must be understood: the error is an *Unread that
// names those that are not. A weekday is the next one after today, a date
// without a year the nearest that is less than 60 days past or still to come,
// an hour from 1 to 6 without am or pm is in the afternoon.
func (r Reader) When(text string) (When, error) {
	rd := &reading{Reader: r, steps: steps(), rest: straighten(English(text, r.Language))}
	if rd.Zone == nil {
		rd.Zone = time.UTC
	}
	rd.today = data.DayOf(r.Now, rd.Zone)
	switch {
	case rd.rest == "":
		return When{}, &Unread{Why: WhyEmpty}
	case len(rd.rest) > maxPhrase:
		return When{}, &Unread{Why: WhyLong}
	}
	if err := rd.read(); err != nil {
		return When{}, err
	}
	all, err := rd.resolve()
	if err != nil {
		return When{}, err
	}
	w := all[0]
	w.Phrase, w.Others = strings.TrimSpace(text), all[1:]
	return w, nil
}

// straighten makes dashes and spaces plain, and "a.m." one word.
func straighten(text string) string {
	text = strings.ToValidUTF8(text, "?")
	text = strings.Map(func(r rune) rune {
		switch r {
		case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212':
			return '-'
		case '\u2019', '\u02bc':
			return '\''
		}
		return r
	}, text)
	text = strings.Join(strings.Fields(text), " ")
	for _, p := range []string{"a.m.", "A.M.", "p.m.", "P.M."} {
		text = strings.ReplaceAll(text, p, p[:1]+p[2:3])
	}
	return text
}
