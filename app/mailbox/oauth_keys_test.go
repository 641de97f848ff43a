package mailbox

import (
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"afterword/data"
)

// signedIn returns a provider, secrets that keep its grant under "box", and
// what opens the box.
func signedIn(t *testing.T) (*provider, *Keys, Bearer) {
	t.Helper()
	p := startProvider(t)
	g, err := p.authority().SignIn(t.Context(), "robin@example.net", p.browse)
	if err != nil {
		t.Fatal(err)
	}
	secrets, err := OpenSecrets("file", "key", t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	k := NewKeys(secrets)
	keep(t, k, g)
	return p, k, bearerOf(t, k)
}

func keep(t *testing.T, s Secrets, g *Grant) {
	t.Helper()
	secret, err := g.Secret()
	if err == nil {
		err = s.Set("box", secret)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func bearerOf(t *testing.T, k *Keys) Bearer {
	t.Helper()
	a, err := k.Account(data.Mailbox{ID: "box"})
	if err != nil || a.Bearer == nil || a.Password != "" {
		t.Fatalf("got %+v, %v, want a bearer and no password", a, err)
	}
	return a.Bearer
}

func wantToken(t *testing.T, b Bearer, want string) {
	t.Helper()
	if got, err := b.Token(t.Context()); got != want || err != nil {
		t.Errorf("got token %q, %v, want %q", got, err, want)
	}
}

func wantKept(t *testing.T, k *Keys, want string) {
	t.Helper()
	if g, err := k.kept("box"); g.Refresh != want || err != nil {
		t.Errorf("kept %q, %v, want %q", g.Refresh, err, want)
	}
}

// TestRotation holds that each refresh token is kept before its access token
// is used, and that a token is asked for once.
func TestRotation(t *testing.T) {
	p, k, b := signedIn(t)
	wantToken(t, b, "access2") // the sign-in's own one was not kept
	wantKept(t, k, "refresh2")
	wantToken(t, bearerOf(t, k), "access2")
	if got, err := b.Renew(t.Context(), "access2"); got != "access3" || err != nil {
		t.Errorf("renewed as %q, %v, want access3", got, err)
	}
	wantKept(t, k, "refresh3")
	if got, err := b.Renew(t.Context(), "access2"); got != "access3" || err != nil {
		t.Errorf("an old token was renewed as %q, %v, want the one at hand", got, err)
	}
	p.mu.Lock()
	p.fixed = true
	p.mu.Unlock()
	if got, err := b.Renew(t.Context(), "access3"); got != "access4" || err != nil {
		t.Errorf("renewed as %q, %v, want access4", got, err)
	}
	wantKept(t, k, "refresh3")
}

// TestTwoProcesses holds that a refresh token that another process used up does
// not end the sign-in.
func TestTwoProcesses(t *testing.T) {
	_, k, mine := signedIn(t)
	other := NewKeys(k.Secrets)
	wantToken(t, bearerOf(t, other), "access2") // it keeps refresh2
	wantToken(t, mine, "access3")
	wantKept(t, k, "refresh3")
	if got := bearerOf(t, other); got == bearerOf(t, k) {
		t.Error("two processes share a bearer")
	}
}

func TestManyAskAtOnce(t *testing.T) {
	p, _, b := signedIn(t)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() { wantToken(t, b, "access2") })
	}
	all.Wait()
	if got := len(p.asked); got != 2 {
		t.Errorf("the provider was asked %d times, want once for the code and once for the token", got)
	}
}

func TestExpiredToken(t *testing.T) {
	_, k, _ := signedIn(t)
	b, ok := bearerOf(t, k).(*bearer)
	if !ok {
		t.Fatal("another bearer")
	}
	wantToken(t, b, "access2")
	b.grant.access.Expiry = time.Unix(1, 0)
	wantToken(t, b, "access3")
}

func TestTokenTrouble(t *testing.T) {
	for answer, want := range map[string]error{
		"invalid_grant": ErrToken, "interaction_required": ErrToken, "invalid_client": ErrClient, "server_error": errAny,
	} {
		p, _, b := signedIn(t)
		p.answer = answer
		_, err := b.Token(t.Context())
		if want == errAny && (err == nil || errors.Is(err, ErrPassword)) || want != errAny && !errors.Is(err, want) {
			t.Errorf("%s: got %v, want %v", answer, err, want)
		}
		if strings.Contains(err.Error(), "robin") {
			t.Errorf("%s: %v names the user", answer, err)
		}
	}
	p, _, b := signedIn(t)
	p.Close()
	if _, err := b.Token(t.Context()); err == nil || errors.Is(err, ErrPassword) {
		t.Errorf("offline: got %v, want trouble that goes away", err)
	}
}

// TestTrial holds that a sign-in can be tried before the mailbox has an ID, and
// that its renewed refresh token is not lost.
func TestTrial(t *testing.T) {
	p := startProvider(t)
	g, err := p.authority().SignIn(t.Context(), "robin@example.net", p.browse)
	if err != nil {
		t.Fatal(err)
	}
	a := g.Account(data.Mailbox{Host: "imap.example.net"})
	wantToken(t, a.Bearer, "access1")
	if got, err := a.Bearer.Renew(t.Context(), "access1"); got != "access2" || err != nil || g.Refresh != "refresh2" {
		t.Errorf("renewed as %q, %v, grant %q, want access2 and refresh2", got, err, g.Refresh)
	}
}

func TestGrantOf(t *testing.T) {
	g := Grant{TokenURL: "https://login.example.com/token", ClientID: "desktop", ClientSecret: "s", Refresh: "r"}
	secret, err := g.Secret()
	if got, ok := GrantOf(secret); err != nil || !ok || got.Refresh != "r" || got.ClientSecret != "s" {
		t.Errorf("GrantOf(%q) = %+v, %v, want %+v", secret, got, ok, g)
	}
	for _, password := range []string{
		"", "correct horse", "oauth2:", "oauth2:{}", "oauth2:{", `{"refresh":"r"}`,
		`oauth2:{"refresh":"r","token_url":"http://login.example.com"}`, `oauth2:{"refresh":"r"}`,
	} {
		if got, ok := GrantOf(password); ok {
			t.Errorf("GrantOf(%q) = %+v, want a password", password, got)
		}
	}
	k := NewKeys(&oneSecret{secret: "correct horse"})
	if a, err := k.Account(data.Mailbox{ID: "box"}); a.Password != "correct horse" || a.Bearer != nil || err != nil {
		t.Errorf("got %+v, %v, want a password", a, err)
	}
	a := polite().start(t)
	a.Password = secret
	if _, err := Test(t.Context(), a, func(Step) {}); !errors.Is(err, ErrToken) {
		t.Errorf("a grant in the place of a password: got %v, want %v", err, ErrToken)
	}
	if _, err := NewKeys(&oneSecret{}).Account(data.Mailbox{ID: "box"}); !errors.Is(err, data.ErrMissing) {
		t.Errorf("got %v, want %v", err, data.ErrMissing)
	}
}

// oneSecret keeps one secret; while it is locked it takes no other.
type oneSecret struct {
	secret string
	locked bool
}

func (s *oneSecret) Get(data.ID) (string, error) {
	if s.secret == "" {
		return "", data.ErrMissing
	}
	return s.secret, nil
}

func (s *oneSecret) Set(_ data.ID, secret string) error {
	if s.locked {
		return ErrLocked
	}
	s.secret = secret
	return nil
}
func (*oneSecret) Delete(data.ID) error { return ErrLocked }
func (*oneSecret) Where() string        { return "a test" }

// TestLockedWhileRenewing holds that a renewed refresh token that cannot be kept
// is told, and is kept as soon as that works.
func TestLockedWhileRenewing(t *testing.T) {
	_, k, _ := signedIn(t)
	secret, err := k.Get("box")
	if err != nil {
		t.Fatal(err)
	}
	s := &oneSecret{secret, true}
	k = NewKeys(s)
	for range 2 {
		if _, err := bearerOf(t, k).Token(t.Context()); !errors.Is(err, ErrLocked) {
			t.Errorf("got %v, want %v", err, ErrLocked)
		}
	}
	s.locked = false
	wantToken(t, bearerOf(t, k), "access2")
	wantKept(t, k, "refresh2")
}

func FuzzGrantOf(f *testing.F) {
	for _, s := range []string{"", "correct horse", `oauth2:{"command":["pass"]}`, `oauth2:{"token_url":"https://x","refresh":"r"}`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, secret string) {
		g, ok := GrantOf(secret)
		if !ok {
			return
		}
		again, err := g.Secret()
		if back, ok := GrantOf(again); err != nil || !ok || back.Refresh != g.Refresh || len(back.Command) != len(g.Command) {
			t.Errorf("GrantOf(%q) = %+v, written as %q", secret, g, again)
		}
	})
}
