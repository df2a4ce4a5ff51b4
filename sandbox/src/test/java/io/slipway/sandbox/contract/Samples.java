package io.slipway.sandbox.contract;

/** Objects many tests use. */
final class Samples {

    static final String DEPLOYMENT = """
            {'metadata': {'name': 'd'}, 'spec': {'selector': {'matchLabels': {'app': 'd'}},
             'template': {'metadata': {'labels': {'app': 'd'}}, 'spec': {'containers': [{'name': 'a', 'image': 'i:1'}]}}}}""";

    static final String POD = "{'metadata': {'name': 'p'}, 'spec': {'containers': [{'name': 'a', 'image': 'i:1'}]}}";

    private Samples() {}
}
