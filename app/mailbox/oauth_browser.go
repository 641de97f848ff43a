package mailbox

import (
	"context"
	"crypto/subtle"
	"errors"
	"fmt"
	"html"
	"net"
	"net/http"
	"net/url"
	"time"

	"golang.org/x/oauth2"

	"afterword/assets"
	"afterword/data"
)

// patientUser is how long a browser may be open before the sign-in is given up.
const patientUser = 10 * time.Minute

// SignIn lets the user allow reading mail in the browser, which browse opens,
// by an authorization code with PKCE that comes back over loopback (RFC 8252 7.3,
// RFC 7636). It ends within ten minutes. The error wraps ErrDeclined when the
// user said no, and ErrClient when the authority does not know the client id.
func (a Authority) SignIn(ctx context.Context, email string, browse func(address string) error) (*Grant, error) {
	config, err := a.config()
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, patientUser)
	defer cancel()
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("wait for the browser: %w", err)
	}
	config.RedirectURL = "http://" + listener.Addr().String()
	back := &returning{state: oauth2.GenerateVerifier(), answer: make(chan url.Values, 1)}
	server := &http.Server{Handler: back, ReadHeaderTimeout: 10 * time.Second, MaxHeaderBytes: 64 << 10}
	go func() { _ = server.Serve(listener) }() // ends with Shutdown
	defer func() {
		shut, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second) // lets the page out
		defer cancel()
		_ = server.Shutdown(shut)
	}()
	verifier := oauth2.GenerateVerifier()
	if err := browse(config.AuthCodeURL(back.state, oauth2.S256ChallengeOption(verifier), oauth2.SetAuthURLParam("login_hint", email))); err != nil {
		return nil, fmt.Errorf("open the browser: %w", err)
	}
	var answer url.Values
	select {
	case <-ctx.Done():
		return nil, fmt.Errorf("%w: %w", ErrDeclined, ctx.Err())
	case answer = <-back.answer:
	}
	if answer.Get("code") == "" {
		return nil, refusal(&oauth2.RetrieveError{ErrorCode: answer.Get("error")})
	}
	token, err := config.Exchange(toAuthority(ctx), answer.Get("code"), oauth2.VerifierOption(verifier))
	if err != nil {
		return nil, refusal(err)
	}
	return a.granted(token)
}

// returning takes the one request with which the browser comes back. Whoever
// does not know the state is sent away.
type returning struct {
	state  string
	answer chan url.Values // size 1
}

// ServeHTTP implements http.Handler.
func (r *returning) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	q := req.URL.Query()
	known := subtle.ConstantTimeCompare([]byte(q.Get("state")), []byte(r.state)) == 1
	if req.Method != http.MethodGet || req.URL.Path != "/" || !known || q.Get("code") == "" && q.Get("error") == "" {
		http.Error(w, assets.L("This is not a page of Afterword's sign-in."), http.StatusNotFound)
		return
	}
	select {
	case r.answer <- q:
	default: // the page was loaded again
	}
	head := w.Header()
	head.Set("Content-Type", "text/html; charset=utf-8")
	head.Set("Cache-Control", "no-store")
	head.Set("Referrer-Policy", "no-referrer")
	head.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
	fmt.Fprintf(w, "<!doctype html><title>Afterword</title><body style=\"font:18px sans-serif;max-width:30em;margin:4em auto\"><p>%s</p>",
		html.EscapeString(assets.L("Thank you. Afterword goes on from here. You can close this page.")))
}

// A DeviceCode is what the user types on a page of the authority, on any
// device (RFC 8628 3.2).
type DeviceCode struct {
	Code  string
	URL   string
	Until time.Time // when the code ends, by the system's clock; zero when untold
}

// SignInByCode lets the user allow reading mail on any device: show tells the
// code, and the authority is asked every few seconds until the user answered
// (RFC 8628). The errors are those of SignIn.
func (a Authority) SignInByCode(ctx context.Context, show func(DeviceCode)) (*Grant, error) {
	config, err := a.config()
	if err != nil {
		return nil, err
	}
	if a.DeviceURL == "" {
		return nil, fmt.Errorf("%s gives no codes for mail: %w", a.Name, data.ErrInvalid)
	}
	ctx, cancel := context.WithTimeout(toAuthority(ctx), patientUser)
	defer cancel()
	device, err := config.DeviceAuth(ctx)
	if err != nil {
		return nil, refusal(err)
	}
	if !protected(device.VerificationURI) {
		return nil, fmt.Errorf("the page for the code is not https: %w", data.ErrInvalid)
	}
	show(DeviceCode{device.UserCode, device.VerificationURI, device.Expiry})
	device.Interval = min(max(device.Interval, 0), 60) // the library fails on others
	token, err := config.DeviceAccessToken(ctx, device)
	if errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) {
		return nil, fmt.Errorf("%w: %w", ErrDeclined, err)
	}
	if err != nil {
		return nil, refusal(err)
	}
	return a.granted(token)
}
