package mailbox

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"
	"testing"

	"afterword/app/mailbox/dovecot"
)

// A provider is an authorization server on loopback, whose user says yes. It
// gives each refresh token once (RFC 9700 4.14.2).
type provider struct {
	*httptest.Server
	mu        sync.Mutex
	n         int
	challenge string          // of the code that was given last
	active    map[string]bool // access tokens
	refresh   string          // the one refresh token that is good
	fixed     bool            // refresh tokens stay
	pending   int             // how often a device is told to wait
	answer    string          // an error to give at the token endpoint instead
	asked     []url.Values    // at the token endpoint
	hint      url.Values      // what came to the authorization endpoint
}

func startProvider(t *testing.T) *provider {
	t.Helper()
	p := &provider{active: make(map[string]bool)}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /authorize", p.authorize)
	mux.HandleFunc("POST /token", p.token)
	mux.HandleFunc("POST /device", p.device)
	mux.HandleFunc("POST /introspect", p.introspect)
	p.Server = httptest.NewServer(mux)
	t.Cleanup(p.Close)
	return p
}

func (p *provider) authority() Authority {
	return Authority{
		Name: "Example", AuthURL: p.URL + "/authorize?prompt=consent", TokenURL: p.URL + "/token", DeviceURL: p.URL + "/device",
		Scopes: []string{"mail.read", "offline_access"}, ClientID: "desktop",
	}
}

// expire ends every access token before its time.
func (p *provider) expire() {
	p.mu.Lock()
	defer p.mu.Unlock()
	clear(p.active)
}

// revoke ends the permission, as the user may do on the provider's pages.
func (p *provider) revoke() {
	p.expire()
	p.mu.Lock()
	defer p.mu.Unlock()
	p.refresh = ""
}

func (p *provider) authorize(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.hint = r.URL.Query()
	p.challenge = p.hint.Get("code_challenge")
	back := url.Values{"state": {p.hint.Get("state")}, "code": {"code"}}
	if p.answer == "access_denied" {
		back = url.Values{"state": {p.hint.Get("state")}, "error": {p.answer}}
	}
	http.Redirect(w, r, p.hint.Get("redirect_uri")+"?"+back.Encode(), http.StatusFound)
}

func (p *provider) token(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	defer p.mu.Unlock()
	_ = r.ParseForm()
	p.asked = append(p.asked, r.PostForm)
	w.Header().Set("Content-Type", "application/json")
	if fault := p.fault(r.PostForm); fault != "" {
		w.WriteHeader(http.StatusBadRequest)
		fmt.Fprintf(w, `{"error":%q,"error_description":"robin@example.net may not"}`, fault)
		return
	}
	p.n++
	access := fmt.Sprint("access", p.n)
	p.active[access] = true
	if p.refresh == "" || !p.fixed {
		p.refresh = fmt.Sprint("refresh", p.n)
	}
	_ = json.NewEncoder(w).Encode(map[string]string{"access_token": access, "token_type": "Bearer", "refresh_token": p.refresh, "expires_in": "3600"})
}

// fault is why a request for a token is refused, "" when it is not.
func (p *provider) fault(form url.Values) string {
	sum := sha256.Sum256([]byte(form.Get("code_verifier")))
	switch grant := form.Get("grant_type"); {
	case p.answer != "":
		return p.answer
	case form.Get("client_id") != "desktop":
		return "invalid_client"
	case grant == "authorization_code" && (form.Get("code") != "code" || p.challenge == "" || base64.RawURLEncoding.EncodeToString(sum[:]) != p.challenge):
		return "invalid_grant"
	case grant == "refresh_token" && (form.Get("refresh_token") != p.refresh || p.refresh == ""):
		return "invalid_grant"
	case grant == "urn:ietf:params:oauth:grant-type:device_code" && p.pending > 0:
		p.pending--
		return "authorization_pending"
	}
	return ""
}

func (p *provider) device(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	fmt.Fprintf(w, `{"device_code":"d","user_code":"WDJB-MJHT","verification_uri":%q,"expires_in":600,"interval":1}`, p.URL+"/type")
}

func (p *provider) introspect(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	defer p.mu.Unlock()
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(map[string]any{"active": p.active[r.FormValue("token")], "username": dovecot.User})
}

// browse is a browser in which the user says yes at once.
func (p *provider) browse(address string) error {
	resp, err := http.Get(address) //nolint:noctx // a browser
	if err == nil {
		resp.Body.Close()
	}
	return err
}
