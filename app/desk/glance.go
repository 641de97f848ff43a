package desk

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
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
	order   int64   // within the group
	badge   badgeNo // small, because there may be very many
	state   stateNo
	rank    int8 // the group in a list by urgency
	thanked bool // a note was sent already

	cards       int32 // how many things want doing now
	card, later spot  // the first of them, and the first of what is planned after
	coming      int64 // when the next thing comes, never for nothing
	notice      int64 // from when on something may be mentioned, never for nothing
	first, last int64 // from the first start to the last end of its interviews
	marks       []mark

	since, until int64 // it holds from since on, and before until
}

// A mark is one thing of an application on the calendar: twice its instant, and
// one more for an item of the plan that is not done yet; else it is an interview.
type mark int64

func markOf(at time.Time, item bool) mark {
	m := mark(at.UnixMicro()) * 2
	if item {
		m++
	}
	return m
}

func (m mark) at() int64 { return int64(m >> 1) }

func (m mark) item() bool { return m&1 == 1 }

// A spot is where an item stands among those of all applications: by its due
// instant, then by its kind, of which the first eight letters tell.
type spot struct {
	due  int64
	kind uint64 // 0 for no item
}

// A badge and a state are kept by their place in these lists.
type (
	badgeNo int8
	stateNo int8
)

func badges() []data.Badge {
	return []data.Badge{
		data.BadgeInterview, data.BadgeThankYou, data.BadgeWaiting, data.BadgeCheckIn, data.BadgeStay,
		data.BadgeReplied, data.BadgeOffer, data.BadgeClosed, data.BadgeNothing,
	}
}

func states() []data.AppState {
	return []data.AppState{data.Active, data.ClosedBy, data.Archived, data.Deleted}
}

func numberOf[N ~int8, T comparable](all []T, one T) N { return N(slices.Index(all, one)) }

func (n badgeNo) name() data.Badge { return badges()[n] }

func (n stateNo) name() data.AppState { return states()[n] }

// ever and never lie before and after all instants.
const (
	ever  = math.MinInt64
	never = math.MaxInt64
)

// glance keeps the little of an outlook.
func (o *outlook) glance(n int64) *glance {
	g := &glance{
		n: n, id: o.row.ID, badge: numberOf[badgeNo](badges(), o.row.Badge), state: numberOf[stateNo](states(), o.row.State), rank: int8(o.row.rank), order: o.row.order, thanked: o.thanked,
		cards: int32(len(o.cards)), coming: never, notice: never, first: o.first, last: o.last, marks: o.marks,
		since: o.since.UnixMicro(), until: o.until.UnixMicro(),
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
	var letters [8]byte
	copy(letters[:], it.Key)
	s := spot{never, binary.BigEndian.Uint64(letters[:])}
	if !it.Due.IsZero() {
		s.due = it.Due.UnixMicro()
	}
	return s
}

// compare orders spots as sooner orders items.
func (s spot) compare(other spot) int {
	return cmp.Or(cmp.Compare(s.due, other.due), cmp.Compare(s.kind, other.kind))
}

// next is the first thing that is not done, now or later.
func (g *glance) next() spot {
	if g.cards == 0 || g.later.kind != 0 && g.later.compare(g.card) < 0 {
		return g.later
	}
	return g.card
}

// holds reports whether time alone has changed nothing of it.
func (g *glance) holds(now int64) bool { return g.since <= now && now < g.until }

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
