package desk

import (
	"errors"
	"reflect"
	"testing"

	"afterword/assets"
	"afterword/data"
)

// TestSpansInEveryLanguage: what the settings show as weekend and freeze is read
// again, and so is English; another word is told in the window's language.
func TestSpansInEveryLanguage(t *testing.T) {
	t.Cleanup(func() { assets.SetLanguage("en") })
	weekend := []int{4, 5, 6}
	freeze := [][]string{{"12-24", "01-01"}, {"03-01", "08-15"}}
	told := make(map[string]string)
	for _, tag := range assets.Languages() {
		assets.SetLanguage(tag)
		for _, text := range []string{weekendText(weekend), "Fri, Sat, Sun", "friday saturday sunday"} {
			var got []int
			if err := weekendOf(&got, text); err != nil || !reflect.DeepEqual(got, weekend) {
				t.Errorf("%s: weekend %q: got %v, %v, want %v", tag, text, got, err, weekend)
			}
		}
		for _, text := range []string{freezeText(freeze), "24 Dec - 1 Jan, 1 March – 15 August"} {
			var got [][]string
			if err := freezeOf(&got, text); err != nil || !reflect.DeepEqual(got, freeze) {
				t.Errorf("%s: freeze %q: got %v, %v, want %v", tag, text, got, err, freeze)
			}
		}
		err := weekendOf(new([]int), "xyz")
		if !errors.Is(err, data.ErrInvalid) {
			t.Fatalf("%s: got error %v, want one that is %v", tag, err, data.ErrInvalid)
		}
		if other, taken := told[err.Error()]; taken {
			t.Errorf("%s and %s: got the same %q", tag, other, err)
		}
		told[err.Error()] = tag
	}
}

// TestSpanishSpans: a Spanish user types days in Spanish.
func TestSpanishSpans(t *testing.T) {
	t.Cleanup(func() { assets.SetLanguage("en") })
	assets.SetLanguage("es")
	var days []int
	if err := weekendOf(&days, "viernes, sáb"); err != nil || !reflect.DeepEqual(days, []int{4, 5}) {
		t.Errorf("got %v, %v, want Friday and Saturday", days, err)
	}
	var spans [][]string
	if err := freezeOf(&spans, "24 de diciembre - 6 ene"); err != nil || !reflect.DeepEqual(spans, [][]string{{"12-24", "01-06"}}) {
		t.Errorf("got %v, %v, want 24 December to 6 January", spans, err)
	}
}
