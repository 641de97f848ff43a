# One set of flags everywhere, so that the build cache holds.
TAGS    := sqlite_fts5
VERSION := 0.1.0
COMMIT  := $(shell git rev-parse --short=12 HEAD 2>/dev/null || echo unknown)
GO      := GOFLAGS=-buildvcs=false go
LDFLAGS := -X main.version=$(VERSION) -X main.commit=$(COMMIT)
RACE    := ./data/... ./app/desk/... ./app/mailbox/... ./app/profile/... ./app/reply/...

.PHONY: run build test lint bench judge golden pictures clean

run: ## installs what is missing, builds and opens the window
	@scripts/deps.sh run
	@$(MAKE) --no-print-directory build
	@bin/afterword $(ARGS)

build: ## the binary bin/afterword
	$(GO) build -tags $(TAGS) -ldflags "$(LDFLAGS)" -o bin/afterword .

test: ## installs what is missing, then checks everything
	@scripts/deps.sh test
	@$(MAKE) --no-print-directory lint
	$(GO) test -race -tags $(TAGS) $(RACE)
	GOFLAGS=-buildvcs=false scripts/display.sh go test -tags $(TAGS) ./...

lint: ## format, vet, staticcheck and the map of imports
	@unformatted=$$($(GO) run mvdan.cc/gofumpt@v0.12.0 -l .); \
	if [ -n "$$unformatted" ]; then echo "not formatted with gofumpt:"; echo "$$unformatted"; exit 1; fi
	$(GO) vet -tags $(TAGS) ./...
	$(GO) run honnef.co/go/tools/cmd/staticcheck@v0.8.2 -tags $(TAGS) ./...

bench: build ## every figure beside its baseline, and bench.json
	@scripts/deps.sh test
	$(GO) run -tags $(TAGS) ./bench

judge: ## the judgement of mail beside the labels: confusion matrix, and the two errors that matter
	$(GO) test -tags $(TAGS) -count=1 -v -run 'TestJudge|TestStrangersQuotes' ./app/reply

golden: ## rewrites the golden markup; look at the difference before you commit it
	scripts/golden.sh

pictures: ## the pictures of the window, on the examples
	@scripts/deps.sh test
	scripts/pictures.sh

clean:
	rm -rf bin dist bench.json
