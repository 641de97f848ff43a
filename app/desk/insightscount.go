package desk

import (
	"cmp"
	"slices"
	"time"

	"afterword/data"
)

// most is how many months and answers are told at most, and how many bins.
const (
	mostMonths = 12
	mostHeard  = 8
	mostBins   = 8
)

// A counting adds up the tales of all applications as seen at one instant.
type counting struct {
	now    time.Time
	zone   *time.Location
	in     Insights
	days   []int
	months map[data.Day]*Month
	shares map[data.ItemKind]*Share
	stages map[StageKind]int
}

func countTales(all map[data.ID]tale, now time.Time, zone *time.Location) Insights {
	n := counting{
		now: now, zone: zone, months: make(map[data.Day]*Month), stages: make(map[StageKind]int),
		shares: map[data.ItemKind]*Share{data.KindThankYou: {Kind: data.KindThankYou}, data.KindCheckIn: {Kind: data.KindCheckIn}},
	}
	for id, t := range all {
		n.add(id, &t)
	}
	return n.result()
}

// past reports whether something happened until now; a zero time never did.
func (n *counting) past(t time.Time) bool { return !t.IsZero() && !t.After(n.now) }

func (n *counting) day(t time.Time) data.Day { return data.DayOf(t, n.zone) }

// add counts one application. Interviews that have not ended are left out, and
// so is one without any other.
func (n *counting) add(id data.ID, t *tale) {
	held := 0
	for held < len(t.meetings) && n.past(t.meetings[held].end) {
		held++
	}
	if held == 0 {
		return
	}
	for i, m := range t.meetings[:held] {
		n.meeting(id, t, m, n.later(t, i, held))
	}
	n.checks(t)
	n.reach(t, held)
}

// later reports whether one of the interviews held after the one at i was on a
// later day.
func (n *counting) later(t *tale, i, held int) bool {
	return n.day(t.meetings[held-1].end).After(n.day(t.meetings[i].end))
}

func (n *counting) meeting(id data.ID, t *tale, m sitting, later bool) {
	n.in.Interviews++
	on := n.day(m.end)
	first := data.Day{Year: on.Year, Month: on.Month, Day: 1}
	month := n.months[first]
	if month == nil {
		month = &Month{First: first}
		n.months[first] = month
	}
	month.Interviews++
	answered := n.past(m.answer)
	if answered || later {
		month.Answered++
	}
	if answered {
		n.in.Answered++
		days := n.day(m.answer).Sub(on)
		n.days = append(n.days, days)
		n.heard(Heard{id, t.company, t.role, days, n.day(m.answer), m.answer})
	}
	if n.past(m.thanked) && !(answered && !m.answer.After(m.thanked)) {
		n.share(data.KindThankYou, answered)
	}
}

// heard keeps the newest answers.
func (n *counting) heard(h Heard) {
	newer := func(a, b Heard) int { return cmp.Or(b.at.Compare(a.at), cmp.Compare(a.Application, b.Application)) }
	at, _ := slices.BinarySearchFunc(n.in.Latest, h, newer)
	if at < mostHeard {
		n.in.Latest = slices.Insert(n.in.Latest, at, h)
		n.in.Latest = n.in.Latest[:min(len(n.in.Latest), mostHeard)]
	}
}

func (n *counting) checks(t *tale) {
	for _, k := range t.checks {
		if n.past(k.sent) && !k.sent.Before(t.meetings[0].end) {
			n.share(data.KindCheckIn, n.past(k.answer))
		}
	}
}

func (n *counting) share(kind data.ItemKind, answered bool) {
	n.shares[kind].N++
	if answered {
		n.shares[kind].Answered++
	}
}

func (n *counting) reach(t *tale, held int) {
	further := n.later(t, 0, held) || n.past(t.invited)
	offered := n.past(t.offer)
	heard := further || offered
	for _, m := range t.meetings[:held] {
		heard = heard || n.past(m.answer)
	}
	for kind, reached := range map[StageKind]bool{StageMet: true, StageHeard: heard, StageFurther: further, StageOffered: offered} {
		if reached {
			n.stages[kind]++
		}
	}
}

// result leaves out what has too few cases.
func (n *counting) result() Insights {
	in := n.in
	if len(n.days) >= enough {
		in.Days = spread(n.days)
	}
	if len(in.Latest) < enough {
		in.Latest = nil
	}
	for _, kind := range []data.ItemKind{data.KindThankYou, data.KindCheckIn} {
		if s := n.shares[kind]; s.N >= enough {
			in.Shares = append(in.Shares, *s)
		}
	}
	if n.stages[StageMet] >= enough {
		for _, kind := range []StageKind{StageMet, StageHeard, StageFurther, StageOffered} {
			in.Stages = append(in.Stages, Stage{kind, n.stages[kind]})
		}
	}
	in.Months = n.lastMonths()
	return in
}

// lastMonths returns the months from the first interview of the last year until
// now, those without any included.
func (n *counting) lastMonths() []Month {
	today := n.day(n.now)
	var months []Month
	total := 0
	for back := mostMonths - 1; back >= 0; back-- {
		at := time.Date(today.Year, today.Month-time.Month(back), 1, 0, 0, 0, 0, time.UTC)
		first := data.Day{Year: at.Year(), Month: at.Month(), Day: 1}
		m := n.months[first]
		switch {
		case m != nil:
			months = append(months, *m)
			total += m.Interviews
		case len(months) > 0:
			months = append(months, Month{First: first})
		}
	}
	if total < enough {
		return nil
	}
	return months
}

// spread puts days into bins of one width: the smallest of a few that people
// count in with which nearly all fit into eight. What is longer shares the last.
func spread(days []int) *Spread {
	slices.Sort(days)
	n := len(days)
	s := &Spread{N: n, Median: float64(days[n/2]+days[(n-1)/2]) / 2}
	usual := days[min(n-1, n*19/20)]
	width := 0
	for _, width = range []int{1, 2, 3, 7, 14, 28, 91, 365} {
		if usual < width*mostBins {
			break
		}
	}
	last := min(days[n-1]/width, mostBins-1)
	for i := range last + 1 {
		s.Bins = append(s.Bins, Bin{From: i * width, To: i*width + width - 1})
	}
	for _, d := range days {
		s.Bins[min(d/width, last)].N++
	}
	if days[n-1] > s.Bins[last].To {
		s.Bins[last].To = -1
	}
	return s
}
