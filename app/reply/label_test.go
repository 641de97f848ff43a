package reply

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"afterword/data"
)

// judged is what the program makes of one labelled mail, where it differs from
// the label: one line for each field that differs.
func judged(t testing.TB, x *Index, me []string, l label, now time.Time) []string {
	raw := readFile(t, filepath.Join(l.folder, l.File))
	m := Parse(raw)
	v := Classify(m, me)
	d := x.Match(m, v, now.Add(arrival), "inbox")
	var wrong []string
	differ := func(field, got, want string) {
		if got != want && !slices.Contains(l.DoubtOn, field) {
			wrong = append(wrong, fmt.Sprintf("%s %s got %q want %q", l.File, field, got, want))
		}
	}
	differ("class", string(v.Class), string(l.Class))
	differ("action", string(d.Action), string(l.Action))
	if l.Class == data.ClassAutoReply {
		want := ""
		if l.Return != nil {
			want = l.Return.String()
		}
		differ("return_date", v.Return.String(), want)
		if l.Inclusive != nil && v.Return.String() == want {
			differ("return_inclusive", fmt.Sprint(v.Inclusive), fmt.Sprint(*l.Inclusive))
		}
	}
	if l.NewText != nil {
		differ("new_text", strings.Join(strings.Fields(m.New), " "), strings.Join(strings.Fields(strings.ReplaceAll(*l.NewText, "\u00a0", " ")), " "))
	}
	if l.Application != nil && *l.Application != "ambiguous" && d.Action != data.ActionReview && d.Action != data.ActionNone && l.Action == d.Action {
		differ("application", string(d.Application), *l.Application)
	}
	return wrong
}

// TestLabels holds the judgement to the labelled mails. What is known to be
// wrong stands in testdata/known.txt, to the letter: neither more nor less.
func TestLabels(t *testing.T) {
	w := testWorld(t)
	x := NewIndex(w)
	known := strings.Split(strings.TrimSpace(string(readFile(t, "testdata/known.txt"))), "\n")
	all := labels(t)
	var wrong []string
	for _, l := range all {
		wrong = append(wrong, judged(t, x, w.Me, l, w.Now)...)
	}
	key := func(s string) string { return strings.Join(strings.Fields(s)[:2], " ") }
	for _, s := range wrong {
		if !slices.Contains(known, key(s)) {
			t.Error(s)
		}
	}
	for _, k := range known {
		if k != "" && !slices.ContainsFunc(wrong, func(s string) bool { return key(s) == k }) {
			t.Errorf("%s is right now: take it out of testdata/known.txt", k)
		}
	}
	t.Logf("%d mails, %d fields wrong", len(all), len(wrong))
}
