// Package dovecot runs a real Dovecot on loopback, for tests.
//
// It talks to the dovecot program of the system and to a temporary folder.
package dovecot

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"math/big"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// User and Password open the server's one mailbox.
const (
	User     = "robin"
	Password = "correct horse"
)

// A Server is one running Dovecot.
type Server struct {
	Port    int // STARTTLS and plain, on 127.0.0.1
	TLSPort int
	CA      []byte // PEM of its certificate
	dir     string
	config  string
	n       int

	by Tokens // zero for passwords only
}

// Start runs Dovecot until the test ends. A machine without Dovecot fails the
// test, unless AFTERWORD_NO_DOVECOT says that this is known.
func Start(t testing.TB) *Server {
	t.Helper()
	return start(t, Tokens{})
}

func start(t testing.TB, by Tokens) *Server {
	t.Helper()
	if _, err := exec.LookPath("dovecot"); err != nil {
		if os.Getenv("AFTERWORD_NO_DOVECOT") != "" {
			t.Skip("no dovecot here, as AFTERWORD_NO_DOVECOT says")
		}
		t.Fatal("dovecot is missing; install dovecot-imapd, or set AFTERWORD_NO_DOVECOT=1 to leave these tests out")
	}
	dir, err := os.MkdirTemp("", "dovecot")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	s := &Server{dir: dir, Port: port(t), TLSPort: port(t), config: filepath.Join(dir, "dovecot.conf"), by: by}
	s.certificate(t)
	s.write(t)
	s.run(t)
	t.Cleanup(func() { _ = exec.Command("dovecot", "-c", s.config, "stop").Run() })
	return s
}

// Restart stops the server and starts it again.
func (s *Server) Restart(t testing.TB) {
	t.Helper()
	if err := exec.Command("dovecot", "-c", s.config, "stop").Run(); err != nil {
		t.Fatalf("stop dovecot: %v", err)
	}
	s.run(t)
}

// Deliver puts a mail into a folder ("INBOX" or "Sent") as a delivery agent
// does.
func (s *Server) Deliver(t testing.TB, folder string, raw []byte) {
	t.Helper()
	s.DeliverAt(t, folder, raw, time.Time{})
}

// DeliverAt is Deliver of a mail that arrived at an instant; the zero one is now.
func (s *Server) DeliverAt(t testing.TB, folder string, raw []byte, at time.Time) {
	t.Helper()
	s.n++
	box := filepath.Join(s.dir, "mail", "new")
	if folder != "INBOX" {
		box = filepath.Join(s.dir, "mail", "."+folder, "new")
	}
	name := fmt.Sprintf("%d.M%dP%d.test", 1700000000+s.n, s.n, os.Getpid())
	tmp := filepath.Join(s.dir, "mail", "tmp", name)
	if err := os.WriteFile(tmp, raw, 0o666); err != nil {
		t.Fatal(err)
	}
	if !at.IsZero() {
		if err := os.Chtimes(tmp, at, at); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Rename(tmp, filepath.Join(box, name)); err != nil {
		t.Fatal(err)
	}
}

// Mails returns the mails in a folder ("INBOX", "Sent", "Drafts"), each with the
// letters of its flags behind it (maildir).
func (s *Server) Mails(t testing.TB, folder string) []string {
	t.Helper()
	box := filepath.Join(s.dir, "mail")
	if folder != "INBOX" {
		box = filepath.Join(box, "."+folder)
	}
	var all []string
	for _, part := range []string{"new", "cur"} {
		files, err := filepath.Glob(filepath.Join(box, part, "*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			_, flags, _ := strings.Cut(filepath.Base(f), ":2,")
			all = append(all, string(b)+flags)
		}
	}
	return all
}

// Commands returns what clients sent so far once they were signed in, one line
// each, with their tags.
func (s *Server) Commands(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(s.dir, "mail", "dovecot.rawlog", "*.in"))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(b)) {
			if stamp, rest, ok := strings.Cut(strings.TrimSpace(line), " "); ok && strings.Trim(stamp, "0123456789.") == "" {
				line = rest
			}
			all = append(all, strings.TrimSpace(line))
		}
	}
	return all
}

// reading are the commands that only read and name nobody, as a client sends them
// once it is signed in. A search goes by dates and numbers alone.
var reading = regexp.MustCompile(`(?i)^(?:DONE|\w+ (?:CAPABILITY|NAMESPACE|IDLE|NOOP|LOGOUT|ID \("name" "Afterword"\)|LIST "" "\*"(?: RETURN \([A-Z -]+\))?|EXAMINE .+|STATUS .+ \([A-Z ]+\)|` +
	`UID SEARCH (?:[0-9:*,]+ )?(?:SINCE "[0-9]+-[A-Z]{3}-[0-9]{4}"|UID [0-9:*,]+)|UID FETCH [0-9:*,]+ \(UID INTERNALDATE BODY\.PEEK\[(?:HEADER\.FIELDS \(["A-Z -]+\))?\](?:<[0-9.]+>)?\)))$`)

// OnlyRead fails the test for any command that is not known to read and no more,
// and when the mailbox was never opened.
func (s *Server) OnlyRead(t testing.TB) {
	t.Helper()
	examined := false
	commands := s.Commands(t)
	for _, line := range commands {
		if !reading.MatchString(line) {
			t.Errorf("the server was asked %q", line)
		}
		examined = examined || strings.Contains(line, "EXAMINE")
	}
	if !examined {
		t.Errorf("no EXAMINE among %d commands", len(commands))
	}
}

func (s *Server) run(t testing.TB) {
	t.Helper()
	if err := exec.Command("dovecot", "-c", s.config).Run(); err != nil { // its words are in the log
		t.Fatalf("start dovecot: %v", err)
	}
	for range 100 {
		if c, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", s.Port)); err == nil {
			_ = c.Close()
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	log, _ := os.ReadFile(filepath.Join(s.dir, "log"))
	t.Fatalf("dovecot does not answer: %s", log)
}

func (s *Server) write(t testing.TB) {
	t.Helper()
	for _, d := range []string{"mail/cur", "mail/new", "mail/tmp", "mail/.Sent/cur", "mail/.Sent/new", "mail/.Sent/tmp", "mail/dovecot.rawlog", "run"} {
		if err := os.MkdirAll(filepath.Join(s.dir, d), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	open := exec.Command("chmod", "-R", "a+rwX", s.dir)
	passwd := User + ":{PLAIN}" + Password + ":" + owner() + "::" + s.dir + "/mail::"
	if err := os.WriteFile(filepath.Join(s.dir, "passwd"), []byte(passwd+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	config := strings.NewReplacer("DIR", s.dir, "PLAINPORT", fmt.Sprint(s.Port), "TLSPORT", fmt.Sprint(s.TLSPort), "OWNER", account()).Replace(template + s.tokens(t))
	if err := os.WriteFile(s.config, []byte(config), 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := open.CombinedOutput(); err != nil {
		t.Fatalf("open the folder: %v %s", err, out)
	}
}

// account is who the server's processes are: dovecot's own users when root
// starts it, else whoever runs the test.
func account() string {
	if os.Getuid() == 0 {
		return "default_internal_user = dovecot\ndefault_login_user = dovenull\n"
	}
	name := os.Getenv("USER")
	return "default_internal_user = " + name + "\ndefault_login_user = " + name + "\n"
}

// owner is who owns the mails: never root, which Dovecot refuses.
func owner() string {
	if os.Getuid() == 0 {
		return "65534:65534"
	}
	return fmt.Sprintf("%d:%d", os.Getuid(), os.Getgid())
}

func port(t testing.TB) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

// certificate makes the server's own certificate, valid for 127.0.0.1.
func (s *Server) certificate(t testing.TB) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	begin := time.Date(2020, time.January, 1, 0, 0, 0, 0, time.UTC)
	c := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "test"}, NotBefore: begin, NotAfter: begin.AddDate(40, 0, 0),
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign | x509.KeyUsageDigitalSignature,
	}
	der, err := x509.CreateCertificate(rand.Reader, c, c, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	s.CA = pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	both := append(append([]byte{}, s.CA...), pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: secret})...)
	if err := os.WriteFile(filepath.Join(s.dir, "cert.pem"), both, 0o644); err != nil {
		t.Fatal(err)
	}
}
