package mailbox

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"golang.org/x/oauth2"
	"golang.org/x/oauth2/endpoints"

	"afterword/data"
)

// An Authority is the authorization server of a mail provider (RFC 6749), with
// the client id under which it knows this program.
type Authority struct {
	Name         string // for the user, such as Microsoft
	AuthURL      string // where the browser goes
	TokenURL     string
	DeviceURL    string // "" when it takes no device codes for mail
	Scopes       []string
	ClientID     string // "" until the user or the build gives one
	ClientSecret string // Google gives one to desktop programs too, where it is no secret; else ""
}

// AuthorityOf returns the authority that guards an IMAP server, without a
// client id, and whether one is known. Redirections to http://127.0.0.1, of any
// port, must be allowed where the client id is registered (RFC 8252 7.3).
func AuthorityOf(host string) (Authority, bool) {
	switch host {
	case "outlook.office365.com", "imap-mail.outlook.com":
		at := endpoints.AzureAD("common") // people and companies alike
		return Authority{
			Name: "Microsoft", AuthURL: at.AuthURL, TokenURL: at.TokenURL, DeviceURL: at.DeviceAuthURL,
			Scopes: []string{"https://outlook.office.com/IMAP.AccessAsUser.All", "https://outlook.office.com/SMTP.Send", "offline_access"},
		}, true
	case "imap.gmail.com", "imap.googlemail.com":
		return Authority{ // its device codes do not open mail
			Name: "Google", AuthURL: endpoints.Google.AuthURL + "?access_type=offline&prompt=consent", TokenURL: endpoints.Google.TokenURL,
			Scopes: []string{"https://mail.google.com/"},
		}, true
	}
	return Authority{}, false
}

// What can go wrong on the way to a token. ErrClient wraps ErrPassword: it
// waits for the user.
var (
	ErrClient   = fmt.Errorf("the provider does not accept the client id: %w", ErrPassword)
	ErrDeclined = errors.New("the sign-in was declined")
)

// authorityLimit is how long an authority or a token command may take; less
// than the silence that ends an IMAP connection.
const authorityLimit = 20 * time.Second

// config returns the authority as the library wants it. The error wraps
// data.ErrInvalid.
func (a Authority) config() (*oauth2.Config, error) {
	if a.ClientID == "" {
		return nil, fmt.Errorf("no client id for %s: %w", a.Name, ErrClient)
	}
	for _, u := range []string{a.AuthURL, a.TokenURL, a.DeviceURL} {
		if u != "" && !protected(u) {
			return nil, fmt.Errorf("the sign-in server of %s is not https: %w", a.Name, data.ErrInvalid)
		}
	}
	return &oauth2.Config{
		ClientID: a.ClientID, ClientSecret: a.ClientSecret, Scopes: a.Scopes,
		// To find the style out would present a code twice, which ends it.
		Endpoint: oauth2.Endpoint{AuthURL: a.AuthURL, TokenURL: a.TokenURL, DeviceAuthURL: a.DeviceURL, AuthStyle: oauth2.AuthStyleInParams},
	}, nil
}

// protected reports whether what is sent to an address cannot be read on the
// way: https, or loopback.
func protected(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Host != "" && (u.Scheme == "https" || u.Scheme == "http" && loopback(u.Hostname()))
}

// toAuthority returns a context in which the library asks with a limit and
// follows no redirections: codes and tokens go where the table says.
func toAuthority(ctx context.Context) context.Context {
	client := &http.Client{
		Timeout:       authorityLimit,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	return context.WithValue(ctx, oauth2.HTTPClient, client)
}

// refusal tells what an authority's answer means. Its own words stay behind:
// they may name the user (RFC 6749 5.2).
func refusal(err error) error {
	var answer *oauth2.RetrieveError
	if !errors.As(err, &answer) {
		return fmt.Errorf("ask for an access token: %w", err)
	}
	status := 0
	if answer.Response != nil {
		status = answer.Response.StatusCode
	}
	switch answer.ErrorCode {
	case "access_denied", "expired_token":
		return ErrDeclined
	case "invalid_client", "unauthorized_client":
		return ErrClient
	case "invalid_grant", "interaction_required", "consent_required", "login_required", "invalid_scope":
		return ErrToken
	}
	return fmt.Errorf("the sign-in server answered with status %d", status)
}
