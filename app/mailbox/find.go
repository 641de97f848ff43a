package mailbox

import (
	"context"
	"errors"
	"fmt"
	"net"
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/idna"
	"golang.org/x/net/publicsuffix"

	"afterword/assets"
	"afterword/data"
)

// A Server is a place where the mailbox of an address may be.
type Server struct {
	Host     string
	Port     int
	Security data.Security // TLS or STARTTLS
	User     string        // the name to sign in with
	Source   Source
	Provider string // the known provider's name, "" for others
	// Outside says that the host is not in the user's own domain and that only
	// the network names it: show it, and let the user confirm (RFC 6186 6).
	Outside bool
}

// Mailbox returns what connects to the mailbox of an address at this server.
func (s Server) Mailbox(email string) data.Mailbox {
	return data.Mailbox{Email: strings.ToLower(strings.TrimSpace(email)), Host: s.Host, Port: s.Port, Security: s.Security, User: s.User}
}

// A Source says how a server was found.
type Source string

// The sources, the surest first.
const (
	SourceTable      Source = "table"      // our own table of providers
	SourceAutoconfig Source = "autoconfig" // a file that the domain publishes
	SourceSRV        Source = "srv"        // the domain's SRV records (RFC 6186, RFC 8314 5.1)
	SourceMX         Source = "mx"         // who takes the domain's mail
	SourceGuess      Source = "guess"      // a usual name, whose certificate fits
)

// Lookups ask the network. Each wraps data.ErrNotFound when the answer is that
// there is nothing; other errors are trouble on the way. Only the domain of an
// address is ever sent.
type Lookups struct {
	// Fetch gets a small file by https. It follows redirections within a domain,
	// and anywhere when that is "".
	Fetch func(ctx context.Context, address, within string) ([]byte, error)
	SRV   func(ctx context.Context, service, domain string) ([]*net.SRV, error)
	MX    func(ctx context.Context, domain string) ([]*net.MX, error)
	// Greets reports whether an IMAP server with a fitting certificate is there.
	Greets func(ctx context.Context, s Server) error
	// Agreed says that the user allows look-ups beyond their own domain: at the
	// provider that takes its mail, and wherever the domain redirects.
	Agreed bool
}

// FindServers returns where the mailbox of an address may be, the best first:
// by our own table, without any look-up; else by what the address's domain
// says of itself, by who takes its mail, and by the usual names. It returns none
// when only the user can tell. The error wraps data.ErrInvalid for what is no
// address, and is the network's when no look-up came through.
func FindServers(ctx context.Context, email string, l Lookups) ([]Server, error) {
	s, err := newSearch(email, l)
	if err != nil {
		return nil, err
	}
	if p, known := assets.ProviderOf(s.email); known {
		return s.ofProvider(p, SourceTable), nil
	}
	if s.own == "" {
		return nil, nil // strangers share the domain
	}
	sources := []func(context.Context) ([]Server, error){s.autoconfig, s.srv, s.mx}
	found := make([][]Server, len(sources))
	troubles := make([]error, len(sources))
	var all sync.WaitGroup
	for i, ask := range sources {
		all.Go(func() { found[i], troubles[i] = ask(ctx) })
	}
	all.Wait()
	servers := unique(slices.Concat(found...))
	if len(servers) > 0 || ctx.Err() != nil || errors.Is(troubles[1], errNoIMAP) {
		return servers, ctx.Err()
	}
	servers, err = s.guess(ctx)
	for _, trouble := range troubles {
		if trouble == nil {
			return servers, nil // there was an answer: nothing
		}
	}
	if len(servers) > 0 {
		return servers, nil
	}
	return nil, err
}

// errNoIMAP is a domain's own word that it has no IMAP (RFC 6186 3.4).
var errNoIMAP = errors.New("the domain has no IMAP server")

// A search is for the server of one address.
type search struct {
	Lookups
	email  string
	domain string // of the address, in ASCII
	own    string // the registered domain that it belongs to
}

func newSearch(email string, l Lookups) (search, error) {
	s := search{Lookups: l, email: strings.ToLower(strings.TrimSpace(email))}
	at := strings.LastIndexByte(s.email, '@')
	domain, err := idna.Lookup.ToASCII(s.email[at+1:])
	if at < 1 || err != nil || !hostname(domain) {
		return s, fmt.Errorf("this is no mail address: %w", data.ErrInvalid)
	}
	s.domain, s.own = domain, registered(domain)
	return s, nil
}

// registered returns the domain that somebody registered and that a host is
// part of, by the public suffix list; "" when the host is such a suffix.
func registered(host string) string {
	own, err := publicsuffix.EffectiveTLDPlusOne(host)
	if err != nil {
		return ""
	}
	return own
}

// within reports whether a host belongs to a domain.
func within(host, domain string) bool {
	return host == domain || strings.HasSuffix(host, "."+domain)
}

// hostname reports whether a name may be looked up as that of a host in the
// world: not one label, not an address in figures (RFC 1123 2.1).
func hostname(name string) bool {
	if len(name) > 253 || !strings.Contains(name, ".") {
		return false
	}
	last := name[strings.LastIndexByte(name, '.')+1:]
	for label := range strings.SplitSeq(name, ".") {
		other := func(r rune) bool { return r != '-' && (r < '0' || r > '9') && (r < 'a' || r > 'z') }
		if label == "" || len(label) > 63 || strings.ContainsFunc(label, other) || label[0] == '-' || label[len(label)-1] == '-' {
			return false
		}
	}
	return strings.ContainsFunc(last, func(r rune) bool { return r >= 'a' && r <= 'z' })
}

// server fills in what each found server has.
func (s search) server(host string, port int, security data.Security, source Source) Server {
	return Server{Host: host, Port: port, Security: security, User: s.email, Source: source, Outside: !within(host, s.own)}
}

// ofProvider returns a known provider's server, if it has IMAP.
func (s search) ofProvider(p assets.Provider, source Source) []Server {
	if p.IMAP.Host == "" {
		return nil
	}
	found := s.server(p.IMAP.Host, p.IMAP.Port, data.SecurityTLS, source)
	if strings.EqualFold(p.IMAP.Security, "starttls") {
		found.Security = data.SecuritySTARTTLS
	}
	found.Provider = p.Name
	if source == SourceTable {
		found.User, found.Outside = p.UserOf(s.email), false
	}
	return []Server{found}
}

// unique keeps the first server of each host and port.
func unique(servers []Server) []Server {
	var kept []Server
	for _, s := range servers {
		if !slices.ContainsFunc(kept, func(k Server) bool { return k.Host == s.Host && k.Port == s.Port }) {
			kept = append(kept, s)
		}
	}
	return kept
}
