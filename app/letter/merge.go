package letter

import "strings"

// Merge returns fresh, a new draft, with what the user changed in old kept:
// every sentence of their own is in it, once and in their order; sentences they
// took out or wrote anew take the place of their counterparts. mine is old as
// the user left it. Words that have nothing in common with old any more stay as
// they are.
func Merge(old, mine, fresh string) string {
	switch {
	case same(mine, old), same(mine, ""):
		return fresh
	case same(fresh, old):
		return mine
	}
	o, m, f := lay(old), lay(mine), lay(fresh)
	pairs := align(o.body, m.body)
	if len(pairs) == 0 && len(o.body) > 0 && len(m.body) > 0 {
		return mine
	}
	out := layout{
		greeting: mergePart(o.greeting, m.greeting, f.greeting),
		signOff:  mergePart(o.signOff, m.signOff, f.signOff),
		body:     mergeBody(o.body, m.body, f.body, pairs),
	}
	return out.text()
}

// MergeSubject returns the fresh subject unless the user changed the old one.
func MergeSubject(old, mine, fresh string) string { return mergePart(old, mine, fresh) }

func mergePart(old, mine, fresh string) string {
	if same(old, mine) {
		return fresh
	}
	return mine
}

// same reports whether two texts have the same words in the same lines.
func same(a, b string) bool { return squeeze(a) == squeeze(b) }

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// A layout is a letter cut into sentences.
type layout struct {
	greeting, signOff string
	body              []piece
}

// A piece is one sentence; first says that it begins a paragraph.
type piece struct {
	text  string
	first bool
}

func lay(body string) layout {
	l := split(body)
	out := layout{greeting: strings.TrimSpace(l.of(l.greeting)), signOff: strings.TrimSpace(l.of(l.signOff))}
	for _, p := range strings.Split(strings.ReplaceAll(strings.TrimSpace(l.of(l.core)), "\r\n", "\n"), "\n\n") {
		for i, s := range pieces(p) {
			if s = strings.TrimRight(s, " \t"); strings.TrimSpace(s) != "" {
				out.body = append(out.body, piece{strings.TrimRight(s, "\n"), i == 0})
			}
		}
	}
	return out
}

func (l layout) text() string {
	var sb strings.Builder
	sb.WriteString(l.greeting)
	for i, p := range l.body {
		switch {
		case i == 0 && l.greeting != "", i > 0 && p.first:
			sb.WriteString("\n\n")
		case i > 0:
			sb.WriteString(" ")
		}
		sb.WriteString(p.text)
	}
	if l.signOff != "" {
		sb.WriteString("\n\n" + l.signOff)
	}
	return strings.TrimLeft(sb.String(), "\n") + "\n"
}

// align pairs the sentences that both have, in order: the longest common
// subsequence. A pair is an index of a and one of b.
func align(a, b []piece) [][2]int {
	n, m := len(a), len(b)
	best := make([][]int, n+1)
	for i := range best {
		best[i] = make([]int, m+1)
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if same(a[i].text, b[j].text) {
				best[i][j] = best[i+1][j+1] + 1
			} else {
				best[i][j] = max(best[i+1][j], best[i][j+1])
			}
		}
	}
	var pairs [][2]int
	for i, j := 0, 0; i < n && j < m; {
		switch {
		case same(a[i].text, b[j].text):
			pairs = append(pairs, [2]int{i, j})
			i, j = i+1, j+1
		case best[i+1][j] >= best[i][j+1]:
			i++
		default:
			j++
		}
	}
	return pairs
}

// mergeBody puts the user's own sentences into fresh.
func mergeBody(old, mine, fresh []piece, pairs [][2]int) []piece {
	to := counterparts(old, fresh)
	dropped := make([]bool, len(fresh))
	joined := make([]bool, len(fresh)+1) // what follows goes on in the user's paragraph
	own := make([][]piece, len(fresh)+1) // to stand before fresh[i]
	floor := 0                           // own sentences stay in the user's order
	i, j := 0, 0
	for _, p := range append(pairs, [2]int{len(old), len(mine)}) {
		at := place(to, i, p[0], len(fresh))
		for k := i; k < p[0]; k++ {
			if to[k] >= 0 {
				dropped[to[k]] = true
			}
		}
		if j < p[1] {
			at = max(at, floor)
			own[at] = append(own[at], mine[j:p[1]]...)
			joined[at] = p[1] < len(mine) && !mine[p[1]].first && mine[j].first
			floor = at
		}
		i, j = p[0]+1, p[1]+1
	}
	var out []piece
	first := false
	for k := range len(fresh) + 1 {
		out = append(out, own[k]...)
		if k == len(fresh) {
			break
		}
		if dropped[k] {
			first = first || fresh[k].first
			continue
		}
		p := fresh[k]
		p.first = (p.first || first) && !joined[k]
		first = false
		out = append(out, p)
	}
	return out
}

// place returns before which sentence of fresh the user's words go that stand in
// old between from-1 and upTo: behind the counterpart of the sentence before.
func place(to []int, from, upTo, n int) int {
	for k := from; k < upTo; k++ {
		if to[k] >= 0 {
			return to[k]
		}
	}
	if from == 0 {
		return 0
	}
	if to[from-1] >= 0 {
		return to[from-1] + 1
	}
	return min(n, (from*n+len(to)/2)/max(1, len(to)))
}

// counterparts returns for each sentence of old the one of fresh that says the
// same, -1 for none: the one with the most words in common, in order.
func counterparts(old, fresh []piece) []int {
	to := make([]int, len(old))
	used := make([]bool, len(fresh))
	for i, o := range old {
		to[i] = -1
		best := 0.18
		for k, f := range fresh {
			if s := overlap(o.text, f.text); s > best && !used[k] {
				best, to[i] = s, k
			}
		}
		if to[i] >= 0 {
			used[to[i]] = true
		}
	}
	return to
}

// overlap is how many of the words that carry meaning two sentences share, from
// 0 to 1 (Dice).
func overlap(a, b string) float64 {
	x, y := meaning(a), meaning(b)
	if len(x)+len(y) == 0 {
		return 0
	}
	both := 0
	for w := range x {
		if y[w] {
			both++
		}
	}
	return 2 * float64(both) / float64(len(x)+len(y))
}

func meaning(s string) map[string]bool {
	all := map[string]bool{}
	for _, w := range wordsOf(folded(s)) {
		if r := []rune(w); len(r) > 3 {
			all[string(r[:min(len(r), 6)])] = true
		}
	}
	return all
}
