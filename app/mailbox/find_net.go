package mailbox

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"syscall"
	"time"

	"afterword/data"
)

// How long one look-up may take, and how much a domain may publish.
const (
	lookupLimit  = 10 * time.Second
	maxPublished = 64 << 10
	maxRedirects = 5
)

// NetworkLookups returns look-ups in the real network, each with a limit of ten
// seconds. They stay in the user's own domain until Agreed is set. extraCA is
// one more root certificate for mail servers in PEM, nil for none.
func NetworkLookups(extraCA []byte) Lookups {
	return Lookups{
		Fetch: fetcher(&http.Transport{
			Proxy: http.ProxyFromEnvironment, DisableKeepAlives: true, MaxResponseHeaderBytes: maxPublished, TLSHandshakeTimeout: lookupLimit,
		}),
		SRV: func(ctx context.Context, service, domain string) ([]*net.SRV, error) {
			return lookUpSRV(ctx, net.DefaultResolver, service, domain)
		},
		MX: func(ctx context.Context, domain string) ([]*net.MX, error) {
			return lookUpMX(ctx, net.DefaultResolver, domain)
		},
		Greets: func(ctx context.Context, s Server) error { return greets(ctx, s, extraCA) },
	}
}

// fetcher returns a Fetch of Lookups.
func fetcher(transport http.RoundTripper) func(context.Context, string, string) ([]byte, error) {
	return func(ctx context.Context, address, bound string) ([]byte, error) {
		client := &http.Client{Transport: transport, Timeout: lookupLimit, CheckRedirect: func(r *http.Request, via []*http.Request) error {
			away := bound != "" && !within(r.URL.Hostname(), bound)
			if away || r.URL.Scheme != "https" || len(via) > maxRedirects {
				return fmt.Errorf("redirected away: %w", data.ErrNotFound)
			}
			r.Header.Del("Referer")
			return nil
		}}
		request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
		if err != nil {
			return nil, err
		}
		request.Header.Set("User-Agent", "Afterword")
		response, err := client.Do(request)
		if err != nil {
			return nil, absence(err)
		}
		defer response.Body.Close()
		if response.StatusCode >= http.StatusInternalServerError {
			return nil, fmt.Errorf("status %d", response.StatusCode)
		}
		if response.StatusCode != http.StatusOK {
			return nil, fmt.Errorf("status %d: %w", response.StatusCode, data.ErrNotFound)
		}
		file, err := io.ReadAll(io.LimitReader(response.Body, maxPublished+1))
		if err == nil && len(file) > maxPublished {
			return nil, fmt.Errorf("over %d bytes: %w", maxPublished, data.ErrNotFound)
		}
		return file, err
	}
}

// absence adds data.ErrNotFound to what means that nothing is there: no such
// name, nobody at the port, or somebody else's certificate.
func absence(err error) error {
	var dns *net.DNSError
	if errors.As(err, &dns) && dns.IsNotFound || errors.Is(err, syscall.ECONNREFUSED) || badCertificate(err) || errors.Is(err, ErrCertificate) {
		return fmt.Errorf("%w: %w", data.ErrNotFound, err)
	}
	return err
}

func lookUpSRV(ctx context.Context, r *net.Resolver, service, domain string) ([]*net.SRV, error) {
	ctx, cancel := context.WithTimeout(ctx, lookupLimit)
	defer cancel()
	_, records, err := r.LookupSRV(ctx, service, "tcp", domain+".") // the dot keeps other domains out
	if len(records) > 0 {
		return records, nil // the error is of those that are not valid
	}
	return nil, absence(err)
}

func lookUpMX(ctx context.Context, r *net.Resolver, domain string) ([]*net.MX, error) {
	ctx, cancel := context.WithTimeout(ctx, lookupLimit)
	defer cancel()
	records, err := r.LookupMX(ctx, domain+".")
	if len(records) > 0 {
		return records, nil
	}
	return nil, absence(err)
}

// greets connects as a mailbox would, up to the greeting: nothing is sent.
func greets(ctx context.Context, s Server, extraCA []byte) error {
	ctx, cancel := context.WithTimeout(ctx, lookupLimit)
	defer cancel()
	a := Account{ExtraCA: extraCA, Mailbox: data.Mailbox{Host: s.Host, Port: s.Port, Security: s.Security}}
	g, err := dial(ctx, a, Limits{Silence: lookupLimit}.filled(), func(Step) {})
	if err != nil {
		return absence(err)
	}
	defer g.Close()
	greeting, err := line(bufio.NewReaderSize(g, 4<<10))
	if err != nil {
		return fmt.Errorf("read the greeting: %w", err)
	}
	if !strings.HasPrefix(strings.ToUpper(greeting), "* OK") {
		return fmt.Errorf("no IMAP server greets there: %w", data.ErrNotFound)
	}
	return nil
}
