package words

import "testing"

func TestHalfWithin(t *testing.T) {
	for _, c := range []struct {
		median           float64
		half, mark, took string
	}{
		{0, "Half of them came on the same day.", "half on the same day", "the same day"},
		{0.5, "Half of them came within a day.", "half within 1 day", "1 day"},
		{1, "Half of them came within a day.", "half within 1 day", "1 day"},
		{7.5, "Half of them came within 8 days.", "half within 8 days", "8 days"},
		{12, "Half of them came within 12 days.", "half within 12 days", "12 days"},
	} {
		if got := HalfWithin(c.median); got != c.half {
			t.Errorf("%v: got %q, want %q", c.median, got, c.half)
		}
		if got := HalfMark(c.median); got != c.mark {
			t.Errorf("%v: got %q, want %q", c.median, got, c.mark)
		}
		if got := Within(int(c.median + 0.5)); got != c.took {
			t.Errorf("%v: got %q, want %q", c.median, got, c.took)
		}
	}
}
