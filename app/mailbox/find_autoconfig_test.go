package mailbox

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"afterword/data"
)

func acme(t testing.TB) search {
	t.Helper()
	s, err := newSearch("robin@acme.example.com", Lookups{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestPublished(t *testing.T) {
	for name, want := range map[string]string{
		"latin1.xml":   "autoconfig mail.example.com:993 tls as robin@acme.example.com",
		"unsafe.xml":   "",
		"page.xml":     "",
		"entities.xml": "", // nothing is read from this computer
	} {
		got := ""
		for _, s := range acme(t).published([]byte(published(t, name)), SourceAutoconfig) {
			got += s.show()
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

func TestPublishedDepth(t *testing.T) {
	deep := "<clientConfig><emailProvider>" + strings.Repeat("<a>", 10_000) + strings.Repeat("</a>", 10_000) + "</emailProvider></clientConfig>"
	if got := acme(t).published([]byte(deep), SourceAutoconfig); len(got) != 0 {
		t.Errorf("got %v, want none", got)
	}
}

// FuzzPublished holds that whatever a domain publishes, each server that comes
// of it is a protected host of the world.
func FuzzPublished(f *testing.F) {
	files, err := filepath.Glob(filepath.Join("testdata", "autoconfig", "*.xml"))
	if err != nil || len(files) == 0 {
		f.Fatal("no files to begin with")
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		for _, s := range acme(t).published(file, SourceAutoconfig) {
			plain := s.Security != data.SecurityTLS && s.Security != data.SecuritySTARTTLS
			if plain || !hostname(s.Host) || s.Port < 1 || s.Port > 65535 || s.User == "" || s.Outside == within(s.Host, "example.com") {
				t.Errorf("%q names %+v", file, s)
			}
		}
	})
}

func TestHostname(t *testing.T) {
	for name, want := range map[string]bool{
		"imap.example.com": true, "xn--bcher-kva.example": true, "1.example.com": true, "localhost": false, "": false, ".": false, "a..b": false, "-a.com": false,
		"a-.com": false, "10.0.0.1": false, "imap.example.com:993": false, "imap example.com": false, "IMAP.example.com": false, strings.Repeat("a", 64) + ".com": false,
		strings.Repeat("a.", 127) + "com": false, "bücher.example": false, "imap.example.com\n": false,
	} {
		if got := hostname(name); got != want {
			t.Errorf("hostname(%q) = %v, want %v", name, got, want)
		}
	}
}
