package followup

import (
	"testing"
)

type phrase struct {
	Text       string  `json:"text"`
	SaidOn     string  `json:"said_on"`
	PromisedBy *string `json:"promised_by"`
}

func TestPromiseCases(t *testing.T) {
	file := readFile(t, "testdata/schedule.json")
	var want struct {
		Phrases []phrase `json:"promise_phrases"`
	}
	readJSON(t, file, &want)
	out, err := PromiseCases(file)
	if err != nil {
		t.Fatal(err)
	}
	var got struct{ Phrases []phrase }
	readJSON(t, out, &got)
	if len(got.Phrases) != len(want.Phrases) || len(want.Phrases) < 70 {
		t.Fatalf("got %d phrases, want %d", len(got.Phrases), len(want.Phrases))
	}
	for i, w := range want.Phrases {
		if g := got.Phrases[i]; text(g.PromisedBy) != text(w.PromisedBy) || g.Text != w.Text {
			t.Errorf("%q said on %s: got %s, want %s", w.Text, w.SaidOn, text(g.PromisedBy), text(w.PromisedBy))
		}
	}
}

func text(s *string) string {
	if s == nil {
		return "null"
	}
	return *s
}
