package mailbox

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"afterword/data"
)

func TestSignInByBrowser(t *testing.T) {
	p := startProvider(t)
	g, err := p.authority().SignIn(t.Context(), "robin@example.net", p.browse)
	if err != nil || g.Refresh != "refresh1" || g.access.AccessToken != "access1" {
		t.Fatalf("got %+v, %v, want the first tokens", g, err)
	}
	for name, want := range map[string]string{
		"client_id": "desktop", "response_type": "code", "scope": "mail.read offline_access", "code_challenge_method": "S256",
		"login_hint": "robin@example.net", "prompt": "consent",
	} {
		if got := p.hint.Get(name); got != want {
			t.Errorf("the browser was sent with %s %q, want %q", name, got, want)
		}
	}
	if back := p.hint.Get("redirect_uri"); !strings.HasPrefix(back, "http://127.0.0.1:") || p.asked[0].Get("redirect_uri") != back {
		t.Errorf("redirected to %q, then told %q, want the same port of 127.0.0.1", back, p.asked[0].Get("redirect_uri"))
	}
	if len(p.asked) != 1 || p.asked[0].Has("client_secret") {
		t.Errorf("the code was presented %d times as %v, want once without a secret", len(p.asked), p.asked)
	}
}

// TestReturnPage holds what the page says to whom, and that only the right
// state ends the sign-in.
func TestReturnPage(t *testing.T) {
	p := startProvider(t)
	get := func(address, want string, status int) {
		t.Helper()
		resp, err := http.Get(address)
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		body, _ := io.ReadAll(resp.Body)
		if resp.StatusCode != status || !strings.Contains(string(body), want) {
			t.Errorf("%s answered %d %s, want %d %s", address, resp.StatusCode, body, status, want)
		}
	}
	browse := func(address string) error {
		u, err := url.Parse(address)
		if err != nil {
			return err
		}
		back, state := u.Query().Get("redirect_uri"), u.Query().Get("state")
		p.challenge = u.Query().Get("code_challenge")
		for _, foreign := range []string{"/", "/favicon.ico", "/?code=stolen", "/?state=guess&code=stolen", "/other?code=stolen&state=" + state, "/?state=" + state} {
			get(back+foreign, "not a page", http.StatusNotFound)
		}
		get(back+"/?code=code&state="+state, "You can close this page", http.StatusOK)
		get(back+"/?code=again&state="+state, "You can close this page", http.StatusOK)
		return nil
	}
	g, err := p.authority().SignIn(t.Context(), "robin@example.net", browse)
	if err != nil || g.Refresh != "refresh1" {
		t.Errorf("got %+v, %v, want the first tokens", g, err)
	}
}

func TestSignInRefused(t *testing.T) {
	for _, c := range []struct {
		name   string
		answer string
		edit   func(*Authority)
		want   error
	}{
		{"the user says no", "access_denied", nil, ErrDeclined},
		{"unknown client", "", func(a *Authority) { a.ClientID = "other" }, ErrClient},
		{"no client", "", func(a *Authority) { a.ClientID = "" }, ErrClient},
		{"not https", "", func(a *Authority) { a.TokenURL = "http://login.example.com/token" }, data.ErrInvalid},
		{"the code has ended", "invalid_grant", nil, ErrToken},
		{"busy", "temporarily_unavailable", nil, errAny},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := startProvider(t)
			p.answer = c.answer
			a := p.authority()
			if c.edit != nil {
				c.edit(&a)
			}
			g, err := a.SignIn(t.Context(), "robin@example.net", p.browse)
			if g != nil || err == nil || c.want != errAny && !errors.Is(err, c.want) || c.want == errAny && errors.Is(err, ErrPassword) {
				t.Fatalf("got %v, %v, want %v", g, err, c.want)
			}
			if strings.Contains(err.Error(), "robin") || Explain(err) == "" {
				t.Errorf("%v is explained as %q, want words without the address", err, Explain(err))
			}
		})
	}
}

func TestSignInGivenUp(t *testing.T) {
	p := startProvider(t)
	ctx, cancel := context.WithCancel(t.Context())
	_, err := p.authority().SignIn(ctx, "robin@example.net", func(string) error { cancel(); return nil })
	if !errors.Is(err, ErrDeclined) || !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want a sign-in that was given up", err)
	}
	none := errors.New("no browser")
	if _, err := p.authority().SignIn(t.Context(), "robin@example.net", func(string) error { return none }); !errors.Is(err, none) {
		t.Errorf("got %v, want %v", err, none)
	}
}

func TestSignInByCode(t *testing.T) {
	p := startProvider(t)
	p.pending = 1
	var shown DeviceCode
	g, err := p.authority().SignInByCode(t.Context(), func(c DeviceCode) { shown = c })
	if err != nil || g.Refresh != "refresh1" {
		t.Fatalf("got %+v, %v, want the first tokens", g, err)
	}
	if shown.Code != "WDJB-MJHT" || shown.URL != p.URL+"/type" || shown.Until.IsZero() {
		t.Errorf("shown %+v, want the code, its page and its end", shown)
	}
	p.answer = "access_denied"
	if _, err := p.authority().SignInByCode(t.Context(), func(DeviceCode) {}); !errors.Is(err, ErrDeclined) {
		t.Errorf("got %v, want %v", err, ErrDeclined)
	}
	a := p.authority()
	a.DeviceURL = ""
	if _, err := a.SignInByCode(t.Context(), func(DeviceCode) {}); !errors.Is(err, data.ErrInvalid) {
		t.Errorf("got %v, want %v", err, data.ErrInvalid)
	}
}

func TestAuthorities(t *testing.T) {
	for host, want := range map[string]string{"outlook.office365.com": "Microsoft", "imap.gmail.com": "Google", "imap.example.com": ""} {
		a, ok := AuthorityOf(host)
		if a.Name != want || ok != (want != "") {
			t.Errorf("AuthorityOf(%q) = %+v, %v, want %q", host, a, ok, want)
		}
		a.ClientID = "desktop"
		if _, err := a.config(); err != nil {
			t.Errorf("%s: %v", host, err)
		}
	}
}

// TestHostileAuthority holds that odd answers are trouble that goes away by
// itself, and that nothing follows a redirection.
func TestHostileAuthority(t *testing.T) {
	strayed := false
	stray := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { strayed = true }))
	t.Cleanup(stray.Close)
	for name, answer := range map[string]http.HandlerFunc{
		"a page": func(w http.ResponseWriter, _ *http.Request) {
			_, _ = io.WriteString(w, "<html>robin@example.net</html>")
		},
		"an error":     func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusInternalServerError) },
		"endless":      func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, strings.Repeat("{", 4<<20)) },
		"no token":     func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "{}") },
		"another kind": func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, `{"access_token":7}`) },
		"away": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, stray.URL, http.StatusTemporaryRedirect)
		},
	} {
		server := httptest.NewServer(answer)
		b := (&Grant{TokenURL: server.URL, ClientID: "desktop", Refresh: "r"}).Account(data.Mailbox{}).Bearer
		token, err := b.Token(t.Context())
		if token != "" || err == nil || errors.Is(err, ErrPassword) || strings.Contains(err.Error(), "robin") {
			t.Errorf("%s: got %q, %v, want trouble that goes away", name, token, err)
		}
		_, err = Authority{Name: "Example", AuthURL: server.URL, TokenURL: server.URL, DeviceURL: server.URL, ClientID: "desktop"}.SignInByCode(t.Context(), func(DeviceCode) {})
		if err == nil || errors.Is(err, ErrPassword) {
			t.Errorf("%s: asked for a code, got %v, want trouble", name, err)
		}
		server.Close()
	}
	if strayed {
		t.Error("a token was taken elsewhere")
	}
}
