package words

import (
	"net/url"
	"strconv"
	"strings"
	"testing"

	"afterword/assets"
)

// TestEveryWaitHasItsWordsAndSource holds each published figure to a sentence
// with its number, a place in words, a source with its year, and a link.
func TestEveryWaitHasItsWordsAndSource(t *testing.T) {
	waits := assets.Waits()
	if len(waits) == 0 {
		t.Fatal("got no figures, want those of waits.json")
	}
	for _, w := range waits {
		said := Wait(w)
		if !strings.Contains(said, " "+strconv.Itoa(w.Figure)+" ") || strings.Contains(said, "{{") || waitPlace(w.Place) == w.Place {
			t.Errorf("%+v: got %q, want a sentence with its figure and place", w, said)
		}
		if got, want := WaitSource(w), w.Source+", "+strconv.Itoa(w.Year); got != want || w.Source == "" || w.Year < 2010 {
			t.Errorf("got source %q, want %q", got, want)
		}
		if u, err := url.Parse(w.Link); err != nil || u.Scheme != "https" || u.Host == "" {
			t.Errorf("%s: got the link %q (%v), want a page", w.Source, w.Link, err)
		}
	}
	if got := Wait(assets.Wait{What: "unheard of"}); got != "" {
		t.Errorf("a figure of no kind: got %q, want nothing", got)
	}
}
