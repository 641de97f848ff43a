package app

import (
	"errors"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// elsewhere names the variable that makes this test binary a second start.
const elsewhere = "AFTERWORD_TEST_SECOND_START"

// TestSecondStart is the second process of TestHandOver.
func TestSecondStart(t *testing.T) {
	home := os.Getenv(elsewhere)
	if home == "" {
		return
	}
	if _, err := claim(t.Context(), home, []string{"/a b/one.eml", "two.ics"}); !errors.Is(err, errTaken) {
		t.Errorf("claim of a home that is taken: got %v, want errTaken", err)
	}
}

// taken claims a home and returns what second starts hand over.
func taken(t *testing.T, home string) (*single, <-chan []string) {
	t.Helper()
	first, err := claim(t.Context(), home, nil)
	if err != nil {
		t.Fatal(err)
	}
	handed := make(chan []string, 10)
	go first.serve(func(args []string) { handed <- args })
	t.Cleanup(first.release)
	return first, handed
}

func TestHandOver(t *testing.T) {
	for name, home := range map[string]string{
		"short": filepath.Join(t.TempDir(), "home"),
		"long":  filepath.Join(t.TempDir(), strings.Repeat("deep/", 30), "home"),
	} {
		_, handed := taken(t, home)
		c := exec.Command(os.Args[0], "-test.run=^TestSecondStart$")
		c.Env = append(os.Environ(), elsewhere+"="+home)
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%s: second start: %v\n%s", name, err, out)
		}
		if got := <-handed; !slices.Equal(got, []string{"/a b/one.eml", "two.ics"}) {
			t.Errorf("%s: handed over %q, want both files", name, got)
		}
		if _, err := claim(t.Context(), home, nil); !errors.Is(err, errTaken) {
			t.Errorf("%s: claim without files: got %v, want errTaken", name, err)
		}
		if got := <-handed; len(got) != 0 {
			t.Errorf("%s: handed over %q, want no file", name, got)
		}
	}
}

func TestClaimAfterRelease(t *testing.T) {
	home := t.TempDir()
	first, _ := taken(t, home)
	first.release()
	second, err := claim(t.Context(), home, nil)
	if err != nil {
		t.Fatalf("claim after release: %v", err)
	}
	second.release()
}

// TestClaimAfterAKill: a killed window leaves its socket and its lock file.
func TestClaimAfterAKill(t *testing.T) {
	home := t.TempDir()
	for _, name := range []string{"window.lock", "window.sock"} {
		if err := os.WriteFile(filepath.Join(home, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	claimed, err := claim(t.Context(), home, nil)
	if err != nil {
		t.Fatalf("claim of what a kill left: %v", err)
	}
	claimed.release()
}

func TestTwoHomesAreTwoPrograms(t *testing.T) {
	one, _ := taken(t, t.TempDir())
	two, _ := taken(t, t.TempDir())
	if one.listener.Addr().String() == two.listener.Addr().String() {
		t.Error("two homes share a socket")
	}
	deep := strings.Repeat("/deep", 40)
	if a, b := socketPath(deep+"/a"), socketPath(deep+"/b"); a == b || len(a) >= 100 {
		t.Errorf("sockets of long homes are %s and %s, want two short names", a, b)
	}
}

func TestClaimRefuses(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := claim(t.Context(), filepath.Join(file, "home"), nil); err == nil || errors.Is(err, errTaken) {
		t.Errorf("home below a file: got %v, want an error that says so", err)
	}
	home := t.TempDir()
	mute, err := claim(t.Context(), home, nil)
	if err != nil {
		t.Fatal(err)
	}
	_ = mute.listener.Close() // the lock is held and nobody listens
	if _, err := claim(t.Context(), home, nil); err == nil || !strings.Contains(err.Error(), "does not answer") {
		t.Errorf("home of a window that hangs: got %v, want does not answer", err)
	}
}

// TestServeSurvivesStrangers: whatever is written to the socket, the next second
// start is answered.
func TestServeSurvivesStrangers(t *testing.T) {
	home := t.TempDir()
	first, handed := taken(t, home)
	silent, err := (&net.Dialer{}).DialContext(t.Context(), "unix", first.listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	for _, said := range []string{"", "{", "null", "\x00\xff", `{"a":1}`, `[1,2]`} {
		conn, err := (&net.Dialer{}).DialContext(t.Context(), "unix", first.listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		_, _ = conn.Write([]byte(said))
		_ = conn.Close()
	}
	if _, err := claim(t.Context(), home, []string{"x.eml"}); !errors.Is(err, errTaken) {
		t.Fatalf("claim: got %v, want errTaken", err)
	}
	for got := range handed {
		if slices.Equal(got, []string{"x.eml"}) {
			return
		}
		if len(got) > 0 {
			t.Errorf("a stranger handed over %q", got)
		}
	}
}
