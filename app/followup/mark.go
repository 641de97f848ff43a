package followup

import (
	"strconv"
	"strings"

	"afterword/data"
)

// A mark is what the user did with one item (schedule.md 6).
type mark struct {
	state   data.State // StateDone, StateSkipped or ""
	failed  bool       // the address failed
	sent    *fact      // the last sending that counted
	skipped *fact      // the last skip that counted
	snooze  *fact      // the last snooze
}

// note takes one more event that names the item.
func (m *mark) note(f *fact) {
	switch f.kind {
	case sent:
		m.state, m.sent, m.failed = data.StateDone, f, false
	case skip:
		if m.state != data.StateDone {
			m.state, m.skipped, m.failed = data.StateSkipped, f, false
		}
	case bounce:
		if m.state == data.StateDone {
			m.state, m.failed = "", true
		}
	case snooze:
		if !f.Until.IsZero() {
			m.snooze = f
		}
	}
}

// finished reports whether the item is done or skipped.
func (m *mark) finished() bool { return m.state != "" }

// by returns the event that finished the item.
func (m *mark) by() *fact {
	if m.state == data.StateDone {
		return m.sent
	}
	return m.skipped
}

// markOf returns what was done with the item after the given order; -1 counts
// every event.
func (p *planner) markOf(key data.ItemKey, after int) mark {
	var m mark
	for i := after + 1; i < len(p.facts); i++ {
		if f := &p.facts[i]; isAct(f.kind) && f.Item == key {
			m.note(f)
		}
	}
	return m
}

func isAct(k kind) bool { return k == sent || k == skip || k == snooze || k == bounce }

// A checkIn is one check_in:<n> with what was done with it.
type checkIn struct {
	n int
	mark
}

// checkIns returns every check-in that some event names, in no order.
func (p *planner) checkIns() []checkIn {
	var all []checkIn
	for i := range p.facts {
		f := &p.facts[i]
		n := 0
		if isAct(f.kind) {
			n = checkInNumber(f.Item)
		}
		if n == 0 {
			continue
		}
		at := -1
		for j := range all {
			if all[j].n == n {
				at = j
			}
		}
		if at < 0 {
			at = len(all)
			all = append(all, checkIn{n: n})
		}
		all[at].note(f)
	}
	return all
}

// checkInNumber returns the number in check_in:<n>, or 0 when key is not such a
// key (schedule.md 2, rule 6).
func checkInNumber(key data.ItemKey) int {
	text, ok := strings.CutPrefix(string(key), "check_in:")
	if !ok || text == "" || len(text) > 18 || text[0] == '0' {
		return 0
	}
	for _, b := range []byte(text) {
		if b < '0' || b > '9' {
			return 0
		}
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0
	}
	return n
}

func checkInKey(n int) data.ItemKey {
	switch n { // the usual ones, which need no room
	case 1:
		return "check_in:1"
	case 2:
		return "check_in:2"
	}
	return data.ItemKey("check_in:" + strconv.Itoa(n))
}
