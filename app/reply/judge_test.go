package reply

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"

	"afterword/data"
)

// A tally counts what was judged against what it is.
type tally struct {
	cells map[[2]data.Class]int // want, got
	total int
	stops []string // mails of no person that would stop the plan
	lost  []string // mails of a person that are neither a stop nor asked about

	dates, found int      // returns that notices name, and those that were read
	invented     []string // notices of which another date was read than stands there
}

func newTally() *tally { return &tally{cells: make(map[[2]data.Class]int)} }

// add counts one mail. An own mail that stops nothing is no error, and neither
// is a person's mail that belongs to no application.
func (y *tally) add(name string, want, got data.Class, action data.Action, belongs bool) {
	y.total++
	y.cells[[2]data.Class{want, got}]++
	if action == data.ActionStop && want != data.ClassHuman {
		y.stops = append(y.stops, name)
	}
	if want == data.ClassHuman && belongs && !slices.Contains([]data.Action{data.ActionStop, data.ActionReview, data.ActionSuggest}, action) {
		y.lost = append(y.lost, name)
	}
}

// addReturn counts the date of one notice.
func (y *tally) addReturn(name string, want *data.Day, got data.Day) {
	if want != nil {
		y.dates++
	}
	switch {
	case want != nil && got == *want:
		y.found++
	case !got.IsZero():
		y.invented = append(y.invented, name)
	}
}

func (y *tally) exact() int {
	n := 0
	for k, v := range y.cells {
		if k[0] == k[1] {
			n += v
		}
	}
	return n
}

// print writes the confusion matrix with precision and recall, and the two
// errors that matter by name.
func (y *tally) print(w io.Writer, title string) {
	classes := make(map[data.Class]bool)
	for k := range y.cells {
		classes[k[0]], classes[k[1]] = true, true
	}
	order := slices.SortedFunc(maps.Keys(classes), func(a, b data.Class) int { return cmp.Compare(a, b) })
	fmt.Fprintf(w, "\n%s: %d mails, class exact %.1f %%\n", title, y.total, 100*float64(y.exact())/float64(max(1, y.total)))
	t := tabwriter.NewWriter(w, 0, 0, 1, ' ', tabwriter.AlignRight)
	fmt.Fprint(t, "is \\ judged\t")
	for _, c := range order {
		fmt.Fprintf(t, "%.12s\t", c)
	}
	fmt.Fprintln(t, "recall\tprecision\t")
	for _, want := range order {
		fmt.Fprintf(t, "%s\t", want)
		var row, column int
		for _, got := range order {
			n := y.cells[[2]data.Class{want, got}]
			row, column = row+n, column+y.cells[[2]data.Class{got, want}]
			fmt.Fprintf(t, "%s\t", strings.TrimSuffix(fmt.Sprint(n), "0")+strings.Repeat("0", trailing(n)))
		}
		hit := y.cells[[2]data.Class{want, want}]
		fmt.Fprintf(t, "%s\t%s\t\n", share(hit, row), share(hit, column))
	}
	_ = t.Flush() // to a writer that cannot fail
	fmt.Fprintf(w, "false stops: %d %s\nhuman mail neither stopped nor asked about: %d %s\n",
		len(y.stops), strings.Join(y.stops, " "), len(y.lost), strings.Join(y.lost, " "))
	if y.dates > 0 {
		fmt.Fprintf(w, "dates of return: %d of %d exact, wrong ones %d %s\n", y.found, y.dates, len(y.invented), strings.Join(y.invented, " "))
	}
}

// trailing is how many zeros stand at the end of n; 0 for 0, whose cell stays empty.
func trailing(n int) int {
	if n == 0 || n%10 != 0 {
		return 0
	}
	return 1 // TrimSuffix took one away
}

func share(n, of int) string {
	if of == 0 {
		return "-"
	}
	return fmt.Sprintf("%.1f %%", 100*float64(n)/float64(of))
}

// TestJudge prints how the judgement does over all labelled mails and holds it
// to the two errors that matter: none of either.
func TestJudge(t *testing.T) {
	for _, set := range []struct {
		title string
		fill  func(testing.TB, *tally)
	}{{"own mails", ownMails}, {"mails made to break it", madeMails}, {"strangers' mails", strangers}} {
		y := newTally()
		set.fill(t, y)
		if y.total == 0 {
			t.Logf("%s: not beside the project, left out", set.title)
			continue
		}
		if testing.Verbose() {
			y.print(os.Stdout, set.title)
		}
		if len(y.stops)+len(y.lost) > 0 {
			t.Errorf("%s: false stops %v, lost %v, want none", set.title, y.stops, y.lost)
		}
	}
}

// ownMails tallies the labelled mails of testdata. Labels that can be argued
// about are left out.
func ownMails(t testing.TB, y *tally) {
	w := testWorld(t)
	x := NewIndex(w)
	for _, l := range labels(t) {
		if slices.Contains(l.DoubtOn, "class") || slices.Contains(l.DoubtOn, "action") {
			continue
		}
		m := Parse(readFile(t, filepath.Join(l.folder, l.File)))
		v := Classify(m, w.Me)
		d := x.Match(m, v, w.Now.Add(arrival), "inbox")
		belongs := l.Action == data.ActionStop || l.Action == data.ActionReview || l.Action == data.ActionSuggest
		y.add(l.File, l.Class, v.Class, d.Action, belongs)
		if l.Class == data.ClassAutoReply {
			y.addReturn(l.File, l.Return, v.Return)
		}
	}
}
