package desk

import (
	"cmp"
	"math"
	"time"

	"afterword/data"
)

// A glance is the little that the desk keeps of every application: where it
// stands among the others, and until when that holds. The words that a list
// shows are made for the rows in sight alone. Instants are microseconds since
// 1970. A glance is never changed once others can see it.
type glance struct {
	n       int64 // its number in the store
	id      data.ID
	badge   data.Badge
	state   data.AppState
	rank    int // the group in a list by urgency
	order   int64
	thanked bool // a note was sent already

	cards       int   // how many things want doing now
	card, later spot  // the first of them, and the first of what is planned after
	coming      int64 // when the next thing comes, never for nothing
	notice      int64 // from when on something may be mentioned, never for nothing
	first, last int64 // from the first start to the last end of its interviews
	marks       []mark

	made, until int64 // it holds from made on, and before until
}

// A mark is one thing of an application on the calendar.
type mark struct {
	at   int64
	item bool // of the plan and not done yet; else an interview
}

// A spot is where an item stands among those of all applications.
type spot struct {
	due int64
	key data.ItemKey // "" for none
}

// ever and never lie before and after all instants.
const (
	ever  = math.MinInt64
	never = math.MaxInt64
)

// glance keeps the little of an outlook.
func (o *outlook) glance(n int64) *glance {
	g := &glance{
		n: n, id: o.row.ID, badge: o.row.Badge, state: o.row.State, rank: o.row.rank, order: o.row.order, thanked: o.thanked,
		cards: len(o.cards), coming: never, notice: never, first: o.first, last: o.last, marks: o.marks,
		made: o.made.UnixMicro(), until: o.until.UnixMicro(),
	}
	for i, c := range o.cards {
		if s := spotOf(c.Item); i == 0 || s.compare(g.card) < 0 {
			g.card = s
		}
	}
	for _, c := range o.later {
		g.later = spotOf(c.Item)
	}
	for _, c := range o.coming {
		g.coming = min(g.coming, c.at.UnixMicro())
	}
	for _, n := range o.notices {
		g.notice = min(g.notice, n.From.UnixMicro())
	}
	return g
}

func spotOf(it data.Item) spot {
	if it.Due.IsZero() {
		return spot{never, it.Key}
	}
	return spot{it.Due.UnixMicro(), it.Key}
}

// compare orders spots as sooner orders items.
func (s spot) compare(other spot) int {
	return cmp.Or(cmp.Compare(s.due, other.due), cmp.Compare(s.key, other.key))
}

// next is the first thing that is not done, now or later.
func (g *glance) next() spot {
	if g.cards == 0 || g.later.key != "" && g.later.compare(g.card) < 0 {
		return g.later
	}
	return g.card
}

// holds reports whether time alone has changed nothing of it.
func (g *glance) holds(now int64) bool { return g.made <= now && now < g.until }

// compareGlances puts what needs the user first, then the next interviews, then
// what waits, then the closed; each group by its time.
func compareGlances(a, b *glance) int {
	return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.order, b.order), cmp.Compare(a.id, b.id))
}

// orderAt is the place of an instant, where an open thing without a date is
// before all.
func orderAt(t time.Time) int64 {
	if t.IsZero() {
		return ever
	}
	return t.UnixMicro()
}
