package widgets

import "testing"

func TestSighted(t *testing.T) {
	for name, c := range map[string]struct{ top, height, offset, area, want float32 }{
		"in sight":                     {top: 100, height: 36, area: 400, want: 0},
		"in sight, scrolled":           {top: 300, height: 36, offset: 200, area: 400, want: 200},
		"below":                        {top: 600, height: 36, area: 400, want: 248},
		"above":                        {top: 500, height: 36, offset: 700, area: 400, want: 488},
		"above, near the beginning":    {top: 60, height: 36, offset: 200, area: 400, want: 0},
		"half above, near the begin":   {top: 20, height: 36, offset: 30, area: 400, want: 0},
		"higher than the area":         {top: 70, height: 600, area: 400, want: 0},
		"higher, its head out of it":   {top: 380, height: 600, area: 400, want: 368},
		"higher, its head far above":   {top: 500, height: 600, offset: 900, area: 400, want: 488},
		"exactly the end of the area":  {top: 364, height: 36, area: 400, want: 0},
		"a line beyond the area's end": {top: 365, height: 36, area: 400, want: 13},
	} {
		if got := sighted(c.top, c.height, c.offset, c.area); got != c.want {
			t.Errorf("%s: scrolled to %v, want %v", name, got, c.want)
		}
	}
}
