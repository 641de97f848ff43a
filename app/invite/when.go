// Package invite turns what people type, paste and drop into meetings: "tomorrow
// 3pm", lists of names, and calendar objects (RFC 5545).
//
// It is pure: it is given the current time, and reads no clock, no file and no
// network. Typed words and invitations are read in English, German, French and
// Spanish.
package invite

import (
	"errors"
	"strings"
	"time"

	"afterword/assets"
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

// Error says in a sentence what could not be read, in the user's language.
func (u *Unread) Error() string {
	words := assets.Args{"Words": u.Words}
	switch u.Why {
	case WhyEmpty:
		return assets.L("no day or time yet, such as tomorrow 3pm or 24 Nov 15:00")
	case WhyTwice:
		return assets.L(`"{{.Words}}" says it a second time`, words)
	case WhyNoDay:
		return assets.L(`"{{.Words}}" is not a day of the calendar`, words)
	case WhyNoTime:
		return assets.L(`"{{.Words}}" is not a time of day`, words)
	case WhyWeekday:
		return assets.L("the date is not a {{.Weekday}}", assets.Args{"Weekday": weekdaySpoken(u.Words)})
	case WhyPart:
		return assets.L(`"{{.Words}}" needs an hour, such as 3pm`, words)
	case WhyEnd:
		return assets.L("the end, {{.Words}}, is not after the start", words)
	case WhyAmbiguous:
		return assets.L(`"{{.Words}}" may be a day or a time: write 10 Nov or 10:11`, words)
	case WhyLong:
		return assets.L("that is longer than a day and a time")
	}
	return assets.L(`the words "{{.Words}}" are not a day or a time`, words)
}

// weekdaySpoken names a weekday in the user's language, as far as its word is
// known.
func weekdaySpoken(word string) string {
	wd, ok := weekdayOf(word)
	if !ok {
		return word
	}
	return [...]string{
		assets.L("Sunday"), assets.L("Monday"), assets.L("Tuesday"), assets.L("Wednesday"),
		assets.L("Thursday"), assets.L("Friday"), assets.L("Saturday"),
	}[wd]
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
		return When{}, asTyped(err, text)
	}
	all, err := rd.resolve()
	if err != nil {
		return When{}, asTyped(err, text)
	}
	w := all[0]
	w.Phrase, w.Others = strings.TrimSpace(text), all[1:]
	return w, nil
}

// asTyped names in an Unread no words that were not typed: English ones stand for
// the whole text in another language.
func asTyped(err error, text string) error {
	u, ok := errors.AsType[*Unread](err)
	if !ok || u.Why == WhyWeekday || u.Why == WhyEnd || strings.Contains(straighten(text), u.Words) {
		return err
	}
	return &Unread{Words: strings.TrimSpace(text), Why: u.Why}
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
