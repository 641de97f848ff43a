package data

import "time"

// An Interview is one meeting in an application, also called a round. It has a
// start and an end, or a start only, or a date only, or nothing yet.
type Interview struct {
	ID          ID
	Application ID
	Start       time.Time // instant; zero when unknown
	End         time.Time // instant; zero when unknown
	Date        Day       // in the employer's zone, when no time is known
	Zone        string    // IANA zone in which the time was said; "" is the employer's
	Kind        string    // phone, video, onsite, panel, final or ""
	Place       string    // an address or a link
	UID         string    // of the calendar object it came from, RFC 5545 3.8.4.7
	With        []Met     // the people met, in the order given
	Notes       string
}

// A Met is one person in one interview, with what was talked about.
type Met struct {
	Person ID
	Topic  string // "how your team tests early ideas": feeds the thank-you
}

// HasTime reports whether anything is known of when the interview is.
func (iv Interview) HasTime() bool {
	return !iv.Start.IsZero() || !iv.End.IsZero() || !iv.Date.IsZero()
}
