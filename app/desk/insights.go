package desk

import (
	"context"
	"fmt"
	"sync"
	"time"

	"afterword/data"
)

// enough is the least number of cases of which a number is told. Fewer say more
// about chance than about employers.
const enough = 5

// Insights are the user's own numbers, each with the number of its cases and
// none of fewer than five. They are counted over all applications that are not
// deleted, closed and archived ones too, and only from events in force: what was
// undone never happened.
//
// An interview is held once it has ended; cancelled ones and those without a
// date are none. An answer is what tells how things go on: a reply, an
// invitation, an offer, a rejection, seen in a mail or noted by the user. A
// courtesy, a mail that is not about this, an absence, a notice of an applicant
// system and a note that came back are none; a date that was named while the
// round was being entered is none either, because it may have been said in the
// interview. A reply about which nobody has said what it means counts until the
// user calls it a courtesy. An answer belongs to the last interview that ended
// before it, and the first one of each interview counts.
type Insights struct {
	Interviews int // held
	Answered   int // interviews with an answer whose day is known

	Days   *Spread // from the interview to its answer; nil for fewer than five
	Shares []Share // after a thank-you, after a check-in
	Stages []Stage // of applications; empty for fewer than five with an interview
	Months []Month // the last twelve at most; empty for fewer than five interviews
	Latest []Heard // the last answers, newest first; empty for fewer than five
}

// Enough reports whether there is something useful to say: five answered
// interviews.
func (in Insights) Enough() bool { return in.Answered >= enough }

// A Spread says how many days the answers took: whole days of the user's
// calendar from the day an interview ended to the day of its answer, 0 for the
// same day.
type Spread struct {
	N      int
	Median float64
	Bins   []Bin // from the shortest to the longest, empty ones included
}

// A Bin counts the answers that took From to To days. The last one may be open:
// To is then -1.
type Bin struct{ From, To, N int }

// A Share says after how many notes of a kind an answer came so far.
//
// Of thank-yous the case is the interview: at least one note of it was sent and
// did not come back, before there was an answer; it is answered when its first
// answer came after the first note. Of check-ins the case is the note that was
// sent; it is answered when an answer came after it and before the next check-in
// and the end of the next interview.
type Share struct {
	Kind        data.ItemKind // thank_you or check_in
	N, Answered int
}

// A Stage says how many of N applications came so far.
type Stage struct {
	Kind StageKind
	N    int
}

// A StageKind names a stage of an application.
type StageKind string

// The stages, each a part of the first: an interview was held; the employer
// answered, or held a further round; a further round was held on a later day,
// or was announced after the first one; an offer came.
const (
	StageMet     StageKind = "met"
	StageHeard   StageKind = "heard"
	StageFurther StageKind = "further"
	StageOffered StageKind = "offered"
)

// A Month counts the interviews that ended in one month of the user's calendar,
// and those of them that were answered until now, by an answer or by a further
// round on a later day.
type Month struct {
	First                data.Day // its first day
	Interviews, Answered int
}

// A Heard is one answered interview.
type Heard struct {
	Application data.ID
	Company     string
	Role        string
	Days        int
	On          data.Day // of the answer
	at          time.Time
}

// tales keeps what the numbers are made of for all applications that are not
// deleted. It holds nothing that could not be thrown away.
type tales struct {
	mu    sync.Mutex
	under string // the settings they were read under
	seq   int64  // the newest event they know
	all   map[data.ID]tale
}

// Insights reads what changed since the last call, all applications at the
// first, and counts. It takes seconds for 100,000 applications at the first:
// progress, which may be nil, is told how many are read, and ctx ends it.
func (d *Desk) Insights(ctx context.Context, progress func(done, all int)) (Insights, error) {
	p, err := d.Preferences(ctx)
	if err != nil {
		return Insights{}, err
	}
	k := &d.tales
	k.mu.Lock()
	defer k.mu.Unlock()
	if under := fmt.Sprint(p.Schedule.DefaultDurationMin, p.Schedule.DateOnlyEnd, d.Zone()); k.all == nil || k.under != under {
		k.under, k.seq, k.all = under, 0, make(map[data.ID]tale)
	}
	touched, newest, err := d.store.Touched(ctx, k.seq)
	if err != nil {
		return Insights{}, err
	}
	if err := d.retell(ctx, p, touched, progress); err != nil {
		return Insights{}, err
	}
	k.seq = newest
	return countTales(k.all, d.Now(), d.Zone()), nil
}

// retell reads some applications anew, a run at a time. What is read when it is
// cut short is read again the next time: the newest event is not noted.
func (d *Desk) retell(ctx context.Context, p Preferences, ids []data.ID, progress func(done, all int)) error {
	for done := 0; done < len(ids); {
		if progress != nil {
			progress(done, len(ids))
		}
		n := min(run, len(ids)-done)
		cases, err := d.store.Histories(ctx, ids[done:done+n], counted()...)
		if err != nil {
			return err
		}
		for i := range cases {
			if id := cases[i].Application.ID; cases[i].Application.State == data.Deleted {
				delete(d.tales.all, id)
			} else {
				d.tales.all[id] = taleOf(&cases[i], p.Schedule, d.employerZone(&cases[i]))
			}
		}
		done += n
	}
	return ctx.Err()
}

// counted are the events of which the numbers are made, beside undos.
func counted() []data.EventType {
	return []data.EventType{
		data.EventSent, data.EventBounce, data.EventReply, data.EventRejection, data.EventOffer,
		data.EventInvite, data.EventRescheduled, data.EventInterviewCancelled,
	}
}
