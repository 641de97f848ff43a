package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestOpenMail names a mail by its Message-ID as a mid URL, escaped so that an
// id from a stranger stays one path.
func TestOpenMail(t *testing.T) {
	file := filepath.Join(t.TempDir(), "open.json")
	o := &outside{file: file}
	can, err := o.openMail(t.Context(), "a b?c@acme.example")
	if err != nil || !can {
		t.Fatalf("got %v, %v", can, err)
	}
	if b, err := os.ReadFile(file); err != nil || !strings.Contains(string(b), `"mid:a%20b%3Fc@acme.example"`) {
		t.Errorf("noted %s, %v", b, err)
	}
}
