package app_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"afterword/app/mailbox/dovecot"
)

// built is the folder of the program, once it was built.
var built string

// binary builds the program once for all tests of the window.
var binary = sync.OnceValues(func() (string, error) {
	var err error
	if built, err = os.MkdirTemp("", "afterword-window"); err != nil {
		return "", err
	}
	path := filepath.Join(built, "afterword")
	out, err := exec.Command("go", "build", "-tags", "sqlite_fts5", "-o", path, "..").CombinedOutput()
	if err != nil {
		return "", &exec.Error{Name: string(out), Err: err}
	}
	return path, nil
})

func TestMain(m *testing.M) {
	code := m.Run()
	if built != "" {
		_ = os.RemoveAll(built)
	}
	os.Exit(code)
}

// A program is a running window with its home, driven by keys and read by the
// map of the window.
type program struct {
	*testing.T
	home, mapFile string
	env           []string
	cmd           *exec.Cmd
	log           *bytes.Buffer
}

// newProgram prepares a fresh home. Without a display the test is left out; make
// test gives it one.
func newProgram(t *testing.T, env ...string) *program {
	t.Helper()
	if os.Getenv("DISPLAY") == "" {
		t.Skip("no display; scripts/display.sh gives one")
	}
	dir := t.TempDir()
	p := &program{T: t, home: filepath.Join(dir, "home"), mapFile: filepath.Join(dir, "map.json")}
	p.env = append(os.Environ(), "AFTERWORD_HOME="+p.home, "AFTERWORD_UI_MAP="+p.mapFile, "AFTERWORD_TZ=Europe/Berlin",
		"AFTERWORD_SECRETS=file", "AFTERWORD_SECRETS_KEY=test", "AFTERWORD_OPEN="+filepath.Join(dir, "open.json"), "LANG=en_US.UTF-8")
	p.env = append(p.env, env...)
	t.Cleanup(p.kill)
	return p
}

// start opens the window and waits until it shows what it has loaded.
func (p *program) start(args ...string) {
	p.Helper()
	path, err := binary()
	if err != nil {
		p.Fatal(err)
	}
	_ = os.Remove(p.mapFile) // of the window before
	p.log = new(bytes.Buffer)
	p.cmd = exec.Command(path, args...)
	p.cmd.Env, p.cmd.Stdout, p.cmd.Stderr = p.env, p.log, p.log
	if err := p.cmd.Start(); err != nil {
		p.Fatal(err)
	}
	p.until("the window is ready", func(m windowMap) bool { return m.Ready && m.Window.Focused })
}

// kill ends the program as a power cut would.
func (p *program) kill() {
	if p.cmd == nil || p.cmd.Process == nil {
		return
	}
	_ = p.cmd.Process.Signal(syscall.SIGKILL) // it may have ended
	_ = p.cmd.Wait()
	if strings.Contains(p.log.String(), "Error in Fyne call thread") {
		p.Errorf("the window was touched from another goroutine:\n%s", p.log)
	}
	if said := withoutPlaces(p.log.String()); strings.Contains(said, "@") || strings.Contains(said, dovecot.Password) {
		p.Errorf("an address or a password stands in the log:\n%s", p.log)
	}
	p.cmd = nil
}

// withoutPlaces leaves out the lines of a log that name a place in a library's
// source, whose folder has a version behind an "@".
func withoutPlaces(log string) string {
	var kept strings.Builder
	for line := range strings.Lines(log) {
		if !strings.Contains(line, ".go:") {
			kept.WriteString(line)
		}
	}
	return kept.String()
}

// trust lets the program take a server's certificate.
func (p *program) trust(s *dovecot.Server) {
	p.Helper()
	ca := p.home + ".pem"
	if err := os.WriteFile(ca, s.CA, 0o600); err != nil {
		p.Fatal(err)
	}
	p.env = append(p.env, "AFTERWORD_IMAP_CA="+ca)
}

// keys presses keys one after the other, each once the window is at rest.
func (p *program) keys(names ...string) {
	p.Helper()
	for _, name := range names {
		p.idle()
		p.tool("key", "--clearmodifiers", name)
	}
}

// write types text where the focus is.
func (p *program) write(text string) {
	p.Helper()
	p.idle()
	p.tool("type", "--delay", "5", text)
}

func (p *program) tool(args ...string) {
	p.Helper()
	if out, err := exec.Command("xdotool", args...).CombinedOutput(); err != nil {
		p.Fatalf("xdotool %v: %v: %s", args, err, out)
	}
}

func (p *program) idle() {
	p.Helper()
	p.until("nothing is pending", func(m windowMap) bool { return !m.Busy })
}

// command runs the command line on the same home and reads its JSON.
func (p *program) command(into any, args ...string) {
	p.Helper()
	path, err := binary()
	if err != nil {
		p.Fatal(err)
	}
	c := exec.Command(path, append(args, "--json")...)
	c.Env = p.env
	out, err := c.Output()
	if err != nil {
		p.Fatalf("%v: %v\n%s", args, err, out)
	}
	if into != nil {
		if err := json.Unmarshal(out, into); err != nil {
			p.Fatalf("%v printed %s: %v", args, out, err)
		}
	}
}

// again starts the program once more on the same home, and returns what it
// printed when it ends.
func (p *program) again(args ...string) ([]byte, error) {
	p.Helper()
	path, err := binary()
	if err != nil {
		p.Fatal(err)
	}
	c := exec.Command(path, args...)
	c.Env = p.env
	return c.CombinedOutput()
}

// connect connects the mailbox of a test server.
func (p *program) connect(s *dovecot.Server) {
	p.Helper()
	path, err := binary()
	if err != nil {
		p.Fatal(err)
	}
	c := exec.Command(path, "mailbox", "connect", "--email", "robin@example.net", "--user", dovecot.User, "--host", "127.0.0.1",
		"--port", strconv.Itoa(s.TLSPort), "--security", "tls", "--password-stdin")
	c.Env, c.Stdin = p.env, strings.NewReader(dovecot.Password+"\n")
	if out, err := c.CombinedOutput(); err != nil {
		p.Fatalf("connect: %v\n%s", err, out)
	}
}

// until waits for the map of the window to be as wanted.
func (p *program) until(what string, want func(windowMap) bool) windowMap {
	p.Helper()
	var m windowMap
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		text, err := os.ReadFile(p.mapFile)
		if err != nil || json.Unmarshal(text, &m) != nil {
			continue
		}
		if want(m) {
			return m
		}
	}
	p.Fatalf("never: %s\nlast map: %+v\nlog: %s", what, m, p.log)
	return m
}

// A windowMap is what a test reads of the map of the window (contract.md).
type windowMap struct {
	Ready, Busy           bool
	Page, Modal, Selected string
	Window                struct{ Focused bool }
	Nodes                 []node
}

type node struct {
	ID, Role, Value string
	Text            []string
	Focused         bool
	FocusOrder      int `json:"focus_order"`
}

// has reports whether a node of the given id prefix shows all texts.
func (m windowMap) has(id string, texts ...string) bool {
	for _, n := range m.Nodes {
		if strings.HasPrefix(n.ID, id) && containsAll(strings.Join(n.Text, "\n")+"\n"+n.Value, texts) {
			return true
		}
	}
	return false
}

func containsAll(s string, parts []string) bool {
	for _, part := range parts {
		if !strings.Contains(s, part) {
			return false
		}
	}
	return true
}
