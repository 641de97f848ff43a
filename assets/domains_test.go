package assets

import "testing"

func TestDomains(t *testing.T) {
	for _, c := range []struct {
		domain             string
		recruiting, public bool
	}{
		{"greenhouse.io", true, false},
		{"Gmail.com", false, true},
		{"yahoo.co.nz", false, true},
		{"acme.example", false, false},
		{"", false, false},
	} {
		if got := Recruiting(c.domain); got != c.recruiting {
			t.Errorf("Recruiting(%q): got %v, want %v", c.domain, got, c.recruiting)
		}
		if got := PublicMail(c.domain); got != c.public {
			t.Errorf("PublicMail(%q): got %v, want %v", c.domain, got, c.public)
		}
	}
	for section, names := range domains() {
		for d := range names {
			if len(names) < 40 || d == "" {
				t.Errorf("section %q holds %d domains and %q", section, len(names), d)
			}
		}
	}
}
