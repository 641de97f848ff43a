package mailbox

import (
	"context"
	"errors"
	"fmt"
	"net"
	"slices"
	"strings"
	"sync"

	"afterword/assets"
	"afterword/data"
)

// srv asks the domain's SRV records, for TLS before STARTTLS (RFC 8314 5.1).
// The error wraps errNoIMAP when they say that there is none.
func (s search) srv(ctx context.Context) ([]Server, error) {
	var servers []Server
	var trouble error
	for _, service := range []struct {
		name     string
		security data.Security
	}{{"imaps", data.SecurityTLS}, {"imap", data.SecuritySTARTTLS}} {
		records, err := s.SRV(ctx, service.name, s.domain)
		if err != nil && !errors.Is(err, data.ErrNotFound) {
			trouble = errors.Join(trouble, fmt.Errorf("look up the SRV records of %s: %w", s.domain, err))
		}
		for _, r := range records { // in the order of RFC 2782
			host := strings.ToLower(strings.TrimSuffix(r.Target, "."))
			switch {
			case host == "":
				trouble = errors.Join(trouble, errNoIMAP)
			case hostname(host) && r.Port > 0:
				servers = append(servers, s.server(host, int(r.Port), service.security, SourceSRV))
			}
		}
	}
	if len(servers) > 0 {
		return servers, nil
	}
	return nil, trouble
}

// mx asks who takes the domain's mail: a provider of our table, or, where the
// user agreed, one that publishes its servers itself.
func (s search) mx(ctx context.Context) ([]Server, error) {
	records, err := s.MX(ctx, s.domain)
	if errors.Is(err, data.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("look up who takes the mail of %s: %w", s.domain, err)
	}
	slices.SortStableFunc(records, func(a, b *net.MX) int { return int(a.Pref) - int(b.Pref) })
	for _, r := range records {
		if p, known := assets.ProviderOfMX(r.Host); known {
			return s.ofProvider(p, SourceMX), nil
		}
	}
	if !s.Agreed || len(records) == 0 {
		return nil, nil
	}
	domain := registered(strings.ToLower(strings.TrimSuffix(records[0].Host, ".")))
	if domain == s.own || !hostname(domain) {
		return nil, nil
	}
	return s.publishedBy(ctx, domain, SourceMX)
}

// guess tries the usual names and ports of the domain. One counts when an IMAP
// server answers there and its certificate fits.
func (s search) guess(ctx context.Context) ([]Server, error) {
	var tries []Server
	for _, way := range []struct {
		port     int
		security data.Security
	}{{993, data.SecurityTLS}, {143, data.SecuritySTARTTLS}} {
		for _, name := range []string{"imap.", "mail."} {
			tries = append(tries, s.server(name+s.domain, way.port, way.security, SourceGuess))
		}
	}
	troubles := make([]error, len(tries))
	var all sync.WaitGroup
	for i, try := range tries {
		all.Go(func() { troubles[i] = s.Greets(ctx, try) })
	}
	all.Wait()
	var servers []Server
	for i, trouble := range troubles {
		if trouble == nil {
			servers = append(servers, tries[i])
		}
	}
	if len(servers) > 0 || errors.Is(troubles[0], data.ErrNotFound) {
		return servers, nil
	}
	return nil, troubles[0]
}
