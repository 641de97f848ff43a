package app_test

import (
	"bufio"
	"bytes"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"afterword/app/mailbox/dovecot"
	"afterword/app/screen"
)

// TestPromise holds what the wizard promises of the user's mail, sentence by
// sentence, on a real server and the real window.
func TestPromise(t *testing.T) {
	server := dovecot.Start(t)
	server.Deliver(t, "INBOX", []byte(answered))
	p := newProgram(t)
	p.trust(server)
	p.met()
	p.connect(server)
	p.start()
	p.keys("ctrl+comma")
	p.until("it is checked", func(m windowMap) bool { return m.has("mailbox.box:", "checked") && m.has("banner:1", "wrote back") })
	kept := map[string]func(*testing.T){
		"It opens your mailbox read-only, on this computer, and looks for answers from the people you interviewed with.": func(t *testing.T) { server.OnlyRead(t) },
		"It doesn't send, move, delete or mark anything as read.": func(t *testing.T) {
			server.OnlyRead(t)
			if flags := ask(t, server, "FETCH 1 FLAGS"); strings.Contains(flags, "Seen") || !strings.Contains(flags, "FETCH") {
				t.Errorf("the mail's flags: %q, want it there and not marked as read", flags)
			}
		},
		"It can save a draft when you press Save to Drafts, and send a letter when you press Send.": func(t *testing.T) {
			for _, c := range server.Commands(t) { // nothing was pressed
				if strings.Contains(c, "APPEND") {
					t.Errorf("the server was asked %q", c)
				}
			}
		},
		"Your password stays in your system's keychain.": func(t *testing.T) { p.nowhere(t, dovecot.Password) },
		"No one else receives your mail, and there is no Afterword server.": func(t *testing.T) {
			for _, peer := range p.peers(t) {
				if peer != server.TLSPort {
					t.Errorf("the program talks to port %d, want the mail server's %d alone", peer, server.TLSPort)
				}
			}
		},
		"You can disconnect and erase everything it noted at any time.": func(t *testing.T) {
			p.press(p.id("mailbox.box:", ".forget"))
			p.until("it asks first", func(m windowMap) bool { return m.Modal == "forget" })
			p.press("forget.erase")
			p.until("it is gone", func(m windowMap) bool { return m.Modal == "" && !m.has("mailbox.box:", "") })
			for _, words := range []string{"marmalade", "quince"} {
				p.nowhere(t, words)
			}
		},
	}
	for _, sentence := range screen.Promise() {
		check := kept[sentence]
		if check == nil {
			t.Errorf("nothing holds the sentence %q", sentence)
			continue
		}
		t.Run(sentence, check)
	}
	if shown := strings.Join(screen.Promise(), " "); !p.until("the promise", func(m windowMap) bool { return m.has("mailbox.promise") }).has("mailbox.promise", shown) {
		t.Errorf("the page does not say %q", shown)
	}
}

// nowhere fails the test where words stand in a file of the home.
func (p *program) nowhere(t *testing.T, words string) {
	t.Helper()
	err := filepath.WalkDir(p.home, func(path string, e fs.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		b, err := os.ReadFile(path)
		if bytes.Contains(b, []byte(words)) {
			t.Errorf("%q stands in %s", words, filepath.Base(path))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// peers returns the ports of all that the program is connected to by TCP.
func (p *program) peers(t *testing.T) []int {
	t.Helper()
	dir := fmt.Sprintf("/proc/%d", p.cmd.Process.Pid)
	own := make(map[string]bool)
	files, err := filepath.Glob(dir + "/fd/*")
	if err != nil || len(files) == 0 {
		t.Skipf("no /proc here: %v", err)
	}
	for _, f := range files {
		if to, err := os.Readlink(f); err == nil {
			own[strings.TrimSuffix(strings.TrimPrefix(to, "socket:["), "]")] = true
		}
	}
	var ports []int
	for _, table := range []string{"/net/tcp", "/net/tcp6"} {
		b, err := os.ReadFile(dir + table)
		if err != nil {
			continue
		}
		for line := range strings.Lines(string(b)) {
			f := strings.Fields(line)
			if len(f) < 10 || !own[f[9]] || f[3] != "01" { // not established
				continue
			}
			_, port, _ := strings.Cut(f[2], ":")
			n, err := strconv.ParseInt(port, 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			ports = append(ports, int(n))
		}
	}
	if len(ports) == 0 {
		t.Error("the program is connected to nobody, want its mail server")
	}
	return ports
}

// ask opens the mailbox as any program may, without changing it, and returns what
// the server says to one command.
func ask(t *testing.T, s *dovecot.Server, command string) string {
	t.Helper()
	c, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", s.Port))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	fmt.Fprintf(c, "a LOGIN %s %q\r\nb EXAMINE INBOX\r\nc %s\r\nd LOGOUT\r\n", dovecot.User, dovecot.Password, command)
	var said strings.Builder
	for lines := bufio.NewScanner(c); lines.Scan(); {
		if line := lines.Text(); strings.HasPrefix(line, "* ") && strings.Contains(line, "FETCH") {
			said.WriteString(line)
		}
	}
	return said.String()
}
