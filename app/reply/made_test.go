package reply

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"afterword/data"
)

// A madeLabel says what matters of a mail that somebody made to break the
// judgement without knowing its rules. The folders of testdata/made hold them by
// their languages; all of them arrive at Robin Hale's, and the mails of Robin's
// that they answer belong to one application.
type madeLabel struct {
	File      string
	Class     data.Class
	Return    *data.Day `json:"return_date"`
	Inclusive *bool     `json:"return_inclusive"`
	NewText   []string  `json:"new_text_contains"`
	DoubtOn   []string  `json:"doubt_on"`

	folder string
}

// robin are the addresses of the user of the made mails.
func robin() []string { return []string{"robin.hale@mail.example", "r.hale@alias.example"} }

func madeLabels(t testing.TB) []madeLabel {
	t.Helper()
	files, err := filepath.Glob("testdata/made/*/labels.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no labels of made mails: %v", err)
	}
	var all []madeLabel
	for _, f := range files {
		var some []madeLabel
		if err := json.Unmarshal(readFile(t, f), &some); err != nil {
			t.Fatal(f, err)
		}
		for i := range some {
			some[i].folder = filepath.Dir(f)
		}
		all = append(all, some...)
	}
	return all
}

// TestMade holds the judgement to the made mails: class, return and new text.
func TestMade(t *testing.T) {
	for _, l := range madeLabels(t) {
		m := Parse(readFile(t, filepath.Join(l.folder, l.File)))
		v := Classify(m, robin())
		if v.Class != l.Class && !slices.Contains(l.DoubtOn, "class") {
			t.Errorf("%s: got %s by %s, want %s", l.File, v.Class, v.Rule, l.Class)
		}
		for _, want := range l.NewText {
			if !strings.Contains(bare(m.New), bare(want)) {
				t.Errorf("%s: got new text %q, want %q in it", l.File, m.New, want)
			}
		}
		if l.Class != data.ClassAutoReply || slices.Contains(l.DoubtOn, "return_date") {
			continue
		}
		var want data.Day
		if l.Return != nil {
			want = *l.Return
		}
		if v.Return != want {
			t.Errorf("%s: got return %s, want %s", l.File, v.Return, want)
		}
		if l.Inclusive != nil && v.Inclusive != *l.Inclusive && !slices.Contains(l.DoubtOn, "return_inclusive") {
			t.Errorf("%s: got %s inclusive %v, want %v", l.File, v.Return, v.Inclusive, *l.Inclusive)
		}
	}
}

// madeMails tallies the made mails, as if each referenced mail were ours.
func madeMails(t testing.TB, y *tally) {
	for _, l := range madeLabels(t) {
		if slices.Contains(l.DoubtOn, "class") {
			continue
		}
		m := Parse(readFile(t, filepath.Join(l.folder, l.File)))
		v := Classify(m, robin())
		d := ourThread(m).Match(m, v, time.Date(2026, 12, 15, 12, 0, 0, 0, time.UTC), "inbox")
		y.add(l.File, l.Class, v.Class, d.Action, len(m.thread()) > 0)
		if l.Class == data.ClassAutoReply && !slices.Contains(l.DoubtOn, "return_date") {
			y.addReturn(l.File, l.Return, v.Return)
		}
	}
}
