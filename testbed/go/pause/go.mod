module slipway.io/testbed/pause

go 1.23.0
