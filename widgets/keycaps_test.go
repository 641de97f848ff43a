package widgets

import (
	"slices"
	"testing"
)

func TestHeldTogether(t *testing.T) {
	for way, want := range map[string][]string{
		"Ctrl+N": {"Ctrl", "N"}, "Ctrl+,": {"Ctrl", ","}, "F1,": {"F1"}, "Ctrl+Shift+Z": {"Ctrl", "Shift", "Z"}, "/": {"/"}, "\u2190": {"\u2190"},
	} {
		if got := heldTogether(way); !slices.Equal(got, want) {
			t.Errorf("%s is %q, want %q", way, got, want)
		}
	}
}
