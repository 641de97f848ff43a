package locale

import (
	"os"
	"testing"
)

func TestFallback(t *testing.T) {
	t.Setenv("LC_ALL", "C.UTF-8")
	t.Setenv("LANG", "de_DE.UTF-8")
	if !fallback() {
		t.Error("fallback = false, want true")
	}
	if got := os.Getenv("LC_ALL"); got != "en_US.UTF-8" {
		t.Errorf("LC_ALL = %q, want en_US.UTF-8", got)
	}
	if got := os.Getenv("LANG"); got != "de_DE.UTF-8" {
		t.Errorf("LANG = %q, want it untouched", got)
	}
}
